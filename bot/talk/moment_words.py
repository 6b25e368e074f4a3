"""The words of days and times, Indonesian and English with chat spellings, and a message rewritten in them.

Tags are upper case, so nothing a person types can be taken for one: W0-W6 weekdays (V0-V6 when the word also means
something else), M01-M12 months (N likewise), Ppagi..Pmalam parts of a day, Smagrib.. prayers, OFFP0700 a zone,
NEG, OLD and EVERY what makes a clause no proposal.
"""

import re
import unicodedata

LONGEST = 1000  # characters read of a message; nobody proposes a meeting later than that


def _table(rows: str) -> dict[str, str]:
    """'tag: word word' lines as word -> tag; '_' stands for the space of a tag of two words."""
    pairs = (row.split(":") for row in rows.strip().splitlines())
    return {word: tag.strip().replace("_", " ") for tag, words in pairs for word in words.split()}


WORDS = _table("""
    TODAY: today tdy
    besok: besok bsk bsok besuk esok tomorrow tmrw tmr tmrrw tommorow tomorow tommorrow
    lusa: lusa
    nanti: nanti nnti nti ntar entar
    nanti_Pmalam: tonight tonite
    ini: ini
    this: this
    depan: depan dpn dpan
    next: next
    W0: senin snn senen monday
    W1: selasa slasa slsa tuesday
    W2: rabu rbu rebo wednesday
    W3: kamis kemis thursday
    W4: jumat jmat jumaat friday
    W5: sabtu sbtu saturday
    W6: ahad sunday
    V0: mon sen
    V1: tue tues sel sls
    V2: wed weds rab rb
    V3: thu thur thurs kam kms
    V4: fri jum jmt
    V5: sat sab sbt
    V6: sun
    minggu: minggu mgg mggu mingu
    pekan: pekan week weeks wk wks
    WEEKEND: weekend wiken wikend weekends
    M01: jan januari january
    M02: feb peb februari pebruari february
    M03: mar maret march
    M04: apr april
    M05: mei
    N05: may
    M06: jun juni june
    M07: jul juli july
    M08: agu ags agt agustus aug august
    N08: agus
    M09: sep sept september
    M10: okt oct oktober october
    M11: nov nop november nopember
    M12: des dec desember december
    menit: menit mnt min mins minute minutes
    jam: jam jm pukul pkl hour hours hrs
    hari: hari hr day days
    bulan: bulan bln month months
    tahun: tahun thn year years
    1_menit: semenit
    1_jam: sejam
    1_hari: sehari
    1_minggu: seminggu
    1_bulan: sebulan
    1_tahun: setahun
    Ppagi: pagi pg pgi pagii morning
    Psiang: siang siank siangg afternoon
    Psore: sore sorean petang
    Pmalam: malam mlm malem mlem night evening
    NOON: noon midday
    MIDNIGHT: midnight
    Ssubuh: subuh shubuh fajr
    Szuhur: zuhur dzuhur dhuhur zhuhur dhuhr lohor
    Sasar: asar ashar asr
    Smagrib: magrib maghrib mahgrib
    Sisya: isya isyak isha
    abis: abis habis hbs bada bakda setelah sehabis selepas after
    OFFP0700: wib
    OFFP0800: wita
    OFFP0900: wit
    tanggal: tanggal tgl tggl
    at: at @
    am: am
    pm: pm
    oclock: oclock
    setengah: setengah stengah stgh
    half: half
    quarter: quarter seperempat
    past: past
    to: to
    kurang: kurang krg
    lewat: lewat lwt lebih
    lagi: lagi lg lgi
    dalam: dalam dlm
    in: in within
    awal: awal early
    tengah: pertengahan tengah mid
    akhir: akhir ahir
    the: the
    sampai: sampai smpe sampe hingga sd until till
    atau: atau ato atw or
    OLD: kemarin kmrn kemaren kmren tadi td semalam smlm yesterday ago barusan sejak since
    EVERY: tiap setiap every each saban per
    NEG: cant cannot couldnt wont isnt bukan kecuali except unless gabisa gbisa gbs gabs gajadi gakbisa
    0: nol zero
    1: satu one
    2: dua two
    3: tiga three
    4: empat four
    5: lima five
    6: enam six
    7: tujuh seven
    8: delapan lapan eight
    9: sembilan nine
    10: sepuluh ten
    11: sebelas eleven
    12: twelve
    15: fifteen
    20: twenty
    30: thirty
    45: fortyfive
""")

# Words that may stand around a shaky date ("8/10", "sat", "19.30") without making it something else.
_AROUND = """
    , - ada aj aja ajah around at bang be before belum bertemu bisa bisanya boleh bro bs btw bu by call can coming could
    dan dari deadline deadlinenya deh di do dong fine for free from gan gas gimana gmn good great halo hai hari hello hi
    how in ini insyaallah is it iya jadwal jadwalnya ka kak kakak kayaknya ketemu ketemuan kirakira kita kyknya lambat
    lets maaf make makasih mas maybe mba mbak me meet meeting mentor mulai mulainya mungkin mau nah nanti ngobrol of ok
    okay oke okee on pada pak paling pas please pls saja sampai sebelum sekitar sesi sesinya siap sih sip sis sounds
    start sure target targetnya tentatif thanks the then up usul want what with works would ya yaa yah yang yaudah yes
    yg yuk zoom about available aku saya gue gw kami kosong luang
"""
FILLERS = frozenset(_AROUND.split())

_NO = "nggak|ngga|gak|ga|gk|g|enggak|engga|tidak|tdk|tak|belum|blm|kagak"
_DAY_WORD = "[WV][0-6]|minggu|pekan|bulan|tahun"

# Read in this order, over the message in tags.
_PHRASES = (
    ("(?:the )?hari abis besok|besok lusa", "lusa"),
    ("hari ini", "TODAY"),
    ("tengah Pmalam", "MIDNIGHT"),
    ("tengah hari", "NOON"),
    ("dini hari", "Ppagi"),
    ("(?:half an?|setengah) jam", "30 menit"),
    (r"an?(?= (?:menit|jam|hari|pekan|bulan|tahun)(?!\S))", "1"),
    ("([2-9]) belas", r"1\1"),
    ("([2-9]) puluh ([1-9])", r"\1\2"),
    ("([2-9]) puluh", r"\g<1>0"),
    ("akhir (?:minggu|pekan)|(?:end|akhir) of (?:the )?pekan", "WEEKEND"),
    ("end of", "akhir"),
    ("(?:start|beginning|awal) of", "awal"),
    ("middle of", "tengah"),
    ("abis jumatan", "W4 jam 13"),
    # A greeting names no part of the day, and a wish no weekday.
    ("(?:selamat|slmt|met|good|have a good) P[a-z]+", ","),
    ("^P[a-z]+(?= (?:,|kak|ka|kakak|bang|mas|mba|mbak|menit|pak|bu|bro|sis|guys|all|semua|everyone)(?!\\S))", ","),
    ("(?:happy|selamat hari|met hari) (?:[WV][0-6]|minggu|WEEKEND)|W4 berkah", ","),
    (f"(?:{_NO}) (?:bisa|bs|jadi|sempat|sempet|ada waktu|kosong|free|available|boleh|ikut|hadir|datang|dateng)", "NEG"),
    ("instead of|rather than|daripada", "NEG"),
    (r"dari (?:\S+ ){1,6}?ke", ","),  # a move: only where it goes to counts
    ("jangan(?! lupa)|jgn(?! lupa)", "NEG"),
    ("(?<!why )(?<!atau )not", "NEG"),
    ("(?<!why )dont(?! forget)", "NEG"),
    (f"(?:{_DAY_WORD}|menit|jam|hari) (?:(?:yang |yg )?lalu|(?:yang|yg) lewat)", "OLD"),
    ("last (?:[WV][0-6]|pekan|bulan|tahun|Pmalam|WEEKEND)", "OLD"),
    ("(?:sudah|udah|udh|dah|baru) jam", "OLD"),
    ("(?:[WV][0-6]) (?:-|sampai|to) (?:[WV][0-6]|minggu)", "EVERY"),
    ("(?:i|we) (?:can|could)(?: do| make)?|im free|im available", ","),
)
PHRASES = tuple((re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), tag) for pattern, tag in _PHRASES)


def _offset(match: re.Match[str]) -> str:
    sign, hours, minutes = match.groups()
    return f" OFF{'M' if sign == '-' else 'P'}{hours:0>2}{minutes or '00'} "


# Read in this order, over the lower-case message before it is cut into words.
SPELLINGS = (
    (re.compile(r"(?<=[0-9])t([0-9:.]+)z\b"), r" \1utc+0"),
    (re.compile(r"(?<=[0-9])t([0-9:.]+)(?=[+-][0-9]{2}:?[0-9]{2}\b)"), r" \1utc"),
    (re.compile(r"(?<=[0-9])t(?=[0-9]{2}:)"), " "),
    (re.compile(r"(?:utc|gmt) ?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?(?![0-9])"), _offset),
    (re.compile(r"(?<=[0-9]) ?(\+)([0-9]{2}):([0-9]{2})(?![0-9])"), _offset),
    (re.compile(r"\b24/7\b"), "nonstop"),
    (re.compile(r"\bs/d\b"), " sampai "),
    (re.compile(r"(?<=[^\W\d_])/(?=[^\W\d_])"), " atau "),
    (re.compile(r"\b(jam|jm|pukul|pkl) ?([0-9]{1,2})/([0-9]{1,2})(?![0-9/])"), r"\1 \2 atau \3"),
    (re.compile(r"\b(jam|jm|pukul|pkl|tgl|tanggal)\.?(?=[0-9])"), r"\1 "),
    (re.compile(r"\b([^\W\d_]+)-\1\b"), r"\1\1"),  # besok-besok is some day, not tomorrow
    (re.compile(r"(?<=[0-9])-?an\b"), ""),
    (re.compile(r"(?<=[0-9])(?:st|nd|rd|th)\b"), " TH"),
    (re.compile(r"\b([ap])\.m\b\.?|(?<=[0-9])([ap])\.m\b\.?"), r" \1\2m"),
    (re.compile(r",(?=[0-9]{4}\b)"), ", "),
)

_TOKEN = re.compile(r"[0-9]+(?:[.,:/-][0-9]+)*|[^\W\d_]+[0-9]*|[-,;.!?()\n@%#$=/*+]")
_MARKS = dict.fromkeys(";.!?()\n", ",")
_CLAUSE = re.compile(r"(?<!\S)(?:,|tapi|tp|jadi|but|so|terus|trus|kalau|kalo|klo)(?!\S)")


def canonical(text: str, *, habits: bool = False) -> str:
    """The message in tags, one space apart, without clauses that refuse or look back, nor (usually) tell a habit."""
    said = _plain(text)
    for pattern, spelling in SPELLINGS:
        said = pattern.sub(spelling, said)
    said = " ".join(_tag(word) for word in _TOKEN.findall(said))
    for pattern, tag in PHRASES:
        said = pattern.sub(tag, said)
    dead = {"NEG", "OLD"} if habits else {"NEG", "OLD", "EVERY"}
    return " ".join(" ".join(_living(_CLAUSE.split(said), dead)).split())


def _plain(text: str) -> str:
    short = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST].casefold()
    return "".join(map(_letter, short))


def _letter(letter: str) -> str:
    """One character made harmless: no apostrophes, no invisible characters, one dash, digits of ten shapes."""
    if letter in "'’‘`´ʼ":
        return ""
    if letter in "–—‐‑−":
        return "-"
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isspace():
        return "\n" if letter in "\n\r" else " "
    return "" if unicodedata.category(letter).startswith("C") else letter


def _tag(word: str) -> str:
    return WORDS.get(word) or _MARKS.get(word, word)


def _living(clauses: list[str], dead: set[str]) -> list[str]:
    """'friday? can't' refuses the clause before: a refusal that names nothing is about what was just said."""
    kept: list[str] = []
    for clause in clauses:
        words = set(clause.split())
        if not words & dead:
            kept.append(clause)
        elif "NEG" in words and not words - {"NEG", "i"} - FILLERS:
            del kept[-1:]
    return kept
