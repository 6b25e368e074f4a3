"""The coordinators' desk: programmes, people, matching, figures, silent pairs, messages to many."""
