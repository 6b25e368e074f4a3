"""`python -m tests.golden`: draw every screen anew. Read the difference before it is committed."""

import sys

from tests.golden.book import FOLDER, write

sys.stdout.writelines(f"{path.relative_to(FOLDER)}\n" for path in write())
