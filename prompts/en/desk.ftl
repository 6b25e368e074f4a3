# The coordinators' desk: what all its parts use.

file-reading = Reading the file…
file-unknown = I can't read “{ $name }” yet. Send a list of people as .csv or .xlsx, or a form as .toml.
file-too-big = “{ $name }” is too big ({ $size } MB). { $most } MB at most; split it and send it again.
file-gone = “{ $name }” can't be fetched any more. Please send it once more.
job-failed = Sorry, this failed, and it's my fault, not yours. Nothing has changed; please try again in a moment.
