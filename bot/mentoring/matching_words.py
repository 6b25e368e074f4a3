"""How near two people's words are: what one wants to reach and what the other offers, in Indonesian, English or both.

Words that mean the same count as one ("lamaran" and "application"); others are compared by their runs of four letters,
so that endings and slips of the finger matter little. Nothing here depends on who else takes part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from bot.talk.clean import key_of

GRAM = 4  # letters
SHORTEST = 3  # letters of a word that says something; "ui" and "ux" are known words
NEAR = 55  # of 100, from which two words count as alike
MOST = 12  # words of a text that are looked at
MANY = 65_536  # answers remembered
ENDS = ("nya", "kan", "ing", "an", "ku", "mu", "es", "s")
EMPTY = frozenset(
    [
        "aku",
        "saya",
        "kamu",
        "anda",
        "dan",
        "atau",
        "yang",
        "untuk",
        "dari",
        "dengan",
        "pada",
        "ini",
        "itu",
        "ingin",
        "mau",
        "bisa",
        "jadi",
        "buat",
        "lebih",
        "dalam",
        "tentang",
        "agar",
        "satu",
        "dua",
        "tiga",
        "tahun",
        "bulan",
        "minggu",
        "hari",
        "sampai",
        "selesai",
        "belajar",
        "membuat",
        "punya",
        "dapat",
        "mencari",
        "jangan",
        "sudah",
        "belum",
        "akan",
        "the",
        "and",
        "for",
        "with",
        "from",
        "into",
        "about",
        "that",
        "this",
        "want",
        "more",
        "have",
        "get",
        "make",
        "learn",
        "become",
        "one",
        "two",
        "three",
        "year",
        "month",
        "week",
        "day",
        "new",
        "first",
        "own",
        "better",
        "able",
        "how",
        "what",
        "help",
        "using",
        "use",
        "bantu",
        "menemani",
        "soal",
        "biar",
        "supaya",
        "para",
        "orang",
    ]
)
GROUPS = (  # words of one meaning; the first stands for all
    "portofolio portfolio karya studi kasus",
    "cv resume riwayat lamaran application apply melamar",
    "karier karir career kerja pekerjaan job work magang internship profesi",
    "wawancara interview",
    "beasiswa scholarship lpdp",
    "kuliah study studies kampus university universitas s1 s2 master magister pascasarjana college",
    "riset research penelitian skripsi thesis tesis paper jurnal journal",
    "bisnis business usaha wirausaha startup umkm jualan enterprise entrepreneur",
    "pemasaran marketing iklan promosi digital",
    "inggris english toefl ielts",
    "data analisis analitik analytics analysis analyst statistik statistics sql dashboard",
    "program programming coding ngoding software developer backend frontend web aplikasi app python",
    "kecerdasan ai machine learning mesin",
    "desain design ui ux figma grafis graphic ilustrasi",
    "kesehatan health medis medical dokter doctor perawat nurse klinik gizi",
    "pendidikan education guru teacher mengajar teaching sekolah school",
    "sosial social komunitas community relawan volunteer ngo",
    "pertanian agriculture farming tani petani kebun",
    "sains science biologi kimia fisika biology chemistry physics laboratorium",
    "keuangan finance akuntansi accounting investasi banking",
    "bicara speaking presentasi presentation pidato publik public",
    "komunikasi communication menulis writing tulisan",
    "memimpin leadership pemimpin kepemimpinan leader",
    "waktu time jadwal disiplin productivity produktif",
    "percaya confidence confident diri minder",
    "jaringan network networking relasi linkedin",
    "kelompok tim team teamwork kolaborasi",
    "masalah problem problems solving",
    "keterampilan skill skills kemampuan",
)
CONCEPTS: Mapping[str, str] = {word: group.split()[0] for group in GROUPS for word in group.split()}
MEANT: Mapping[str, Mapping[str, str]] = {  # what is chosen from a list, in words that may stand in a goal
    "field": {
        "tech": "program data",
        "business": "bisnis",
        "design": "desain",
        "science": "sains",
        "health": "kesehatan",
        "education": "pendidikan",
        "social": "sosial",
        "agriculture": "pertanian",
    },
    "want": {
        "career": "karier wawancara",
        "cv": "cv",
        "skills": "keterampilan",
        "portfolio": "portofolio",
        "study": "kuliah beasiswa",
        "research": "riset",
        "business": "bisnis",
        "english": "inggris",
    },
    "skill": {
        "communication": "komunikasi",
        "speaking": "bicara",
        "leadership": "memimpin",
        "problems": "masalah",
        "time": "waktu",
        "teamwork": "kelompok",
        "confidence": "percaya",
        "networking": "jaringan",
    },
}


def known(kind: str, slug: str) -> bool:
    """Whether this is chosen from a list, not somebody's own word."""
    return slug in MEANT[kind]


def meaning(kind: str, slugs: Iterable[str]) -> tuple[str, ...]:
    """The words that choices stand for; own words for themselves."""
    return words_of(" ".join(MEANT[kind].get(slug, slug) for slug in slugs))


@lru_cache(MANY)
def words_of(text: str) -> tuple[str, ...]:
    """What a text is about: its words in order, each once, each as what it means."""
    words = (word for word in key_of(text).split() if word not in EMPTY)
    found = (concept(word) for word in words if len(word) >= SHORTEST or word in CONCEPTS)
    return tuple(dict.fromkeys(found))[:MOST]


@lru_cache(MANY)
def concept(word: str) -> str:
    """The word that stands for all of its meaning; of an unknown one, the word itself."""
    if word in CONCEPTS:
        return CONCEPTS[word]
    bare = next((word.removesuffix(end) for end in ENDS if word.endswith(end) and len(word) - len(end) > GRAM), word)
    return CONCEPTS.get(bare, word)


@cache
def _grams(word: str) -> frozenset[str]:
    return frozenset(word[at : at + GRAM] for at in range(max(1, len(word) - GRAM + 1)))


@lru_cache(MANY)
def likeness(one: str, other: str) -> int:
    """How alike two words are, 0 or 55 to 100."""
    if one == other:
        return 100
    if min(len(one), len(other)) < GRAM:
        return 0
    mine, theirs = _grams(one), _grams(other)
    alike = 200 * len(mine & theirs) // (len(mine) + len(theirs))
    return alike if alike >= NEAR else 0


def closeness(wanted: tuple[str, ...], offered: tuple[str, ...]) -> int:
    """How much of what one wants the other speaks of, 0 to 100: the two best words make it full."""
    best = sorted((max((likeness(word, each) for each in offered), default=0) for word in wanted), reverse=True)
    return sum(best[:2]) // min(2, len(best)) if best else 0


def shared(wanted: tuple[str, ...], offered: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the one that the other speaks of too."""
    return tuple(word for word in wanted if any(likeness(word, each) for each in offered))
