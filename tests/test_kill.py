"""The kill test: the real process over real HTTP, killed at random moments while thirty mentees talk to it."""

from __future__ import annotations

import csv
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from storage import tables
from tests.fakes.telegram_people import Person
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.words import *
