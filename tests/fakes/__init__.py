"""Stand-ins at the transports: real servers on 127.0.0.1 that behave as the platforms do."""
