"""The commands people can type: their names in both languages, who may use them, what they start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bot.mentoring.people import Role

EVERYBODY: frozenset[Role] = frozenset({"mentee", "mentor", "coordinator", "owner", "viewer"})
DESK: frozenset[Role] = frozenset({"coordinator", "owner", "viewer"})  # who sees a programme as a whole
STAFF: frozenset[Role] = frozenset({"coordinator", "owner"})  # who runs it
OWNER: frozenset[Role] = frozenset({"owner"})
MENTEE: frozenset[Role] = frozenset({"mentee"})
MENTOR: frozenset[Role] = frozenset({"mentor"})
PAIRED: frozenset[Role] = frozenset({"mentee", "mentor"})


@dataclass(frozen=True, slots=True)
class Command:
    """`starts` names a flow or page; what is typed behind the command becomes its subject. `local` is the Indonesian
    name, `menu` says whether the platform's menu shows it. `phrases-NAME` in prompts/ are ways to ask for it in plain
    words."""

    name: str
    local: str
    starts: str
    roles: frozenset[Role] = EVERYBODY
    aliases: tuple[str, ...] = ()
    menu: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("checkin", "checkin", "checkin", MENTEE, ("check_in", "lapor")),
    Command("goals", "tujuan", "goals", MENTEE, ("goal", "target")),
    Command("progress", "kemajuan", "progress", PAIRED, ("progres", "perkembangan")),
    Command("mentees", "mentee", "mentees", MENTOR, ("menteeku",)),
    Command("note", "catatan", "note", PAIRED, ("notes", "catat")),
    Command("agreement", "kesepakatan", "agreement", PAIRED, ("perjanjian",)),
    Command("capacity", "kapasitas", "capacity", MENTOR),
    Command("session", "sesi", "session", PAIRED, ("sessions", "jadwal", "janji")),
    Command("met", "ketemu", "met", PAIRED, ("bertemu",)),
    Command("talk", "ngobrol", "talk", PAIRED, ("obrolan", "chat")),
    Command("tell", "bilang", "tell", PAIRED, ("kirim", "pesan", "say")),
    Command("mute", "bisukan", "mute", PAIRED, ("unmute", "bunyikan"), menu=False),
    Command("report", "laporkan", "report", PAIRED, menu=False),
    Command("feedback", "masukan", "feedback", EVERYBODY, ("saran", "umpanbalik")),
    Command("change_partner", "ganti_partner", "change_partner", PAIRED, ("ganti_pasangan", "rematch"), menu=False),
    Command("help_me", "minta_bantuan", "help_me", EVERYBODY, ("helpme", "bantu_aku")),
    Command("pause", "jeda", "pause", EVERYBODY, ("istirahat",)),
    Command("resume", "lanjut", "resume", EVERYBODY, ("lanjutkan",), menu=False),
    Command("settings", "pengaturan", "settings", EVERYBODY, ("setelan",)),
    Command("language", "bahasa", "language", EVERYBODY, ("lang",)),
    Command("link", "tautkan", "link", EVERYBODY, ("hubungkan",)),
    Command("privacy", "privasi", "privacy", EVERYBODY),
    Command("my_data", "dataku", "my_data", EVERYBODY, ("mydata", "export_me")),
    Command("edit", "ubah", "edit", EVERYBODY, ("ganti",)),
    Command("leave", "keluar", "leave", EVERYBODY, ("berhenti", "stop"), menu=False),
    Command("erase", "hapus", "erase", EVERYBODY, ("delete", "hapus_data"), menu=False),
    Command("export", "ekspor", "export", STAFF, ("unduh_data",)),
    Command("audit", "jejak", "audit", OWNER),
    Command("digest", "ringkasan", "digest", DESK),
    Command("form", "formulir", "form_desk", STAFF, ("forms", "survey", "survei")),
    Command("invite", "undang", "invite", STAFF, ("undangan", "invitations")),
    Command("pending", "tertunda", "pending", STAFF, ("menunggu",)),
    Command("person", "orang", "person", STAFF, ("people", "cari")),
    Command("programme", "program", "programme", DESK),
    Command("team", "tim", "team", STAFF),
    Command("switch", "pindah", "programmes", EVERYBODY, menu=False),
    Command("at_risk", "perlu_perhatian", "at_risk", STAFF, ("silent", "diam", "atrisk")),
    Command("announce", "umumkan", "announce", STAFF, ("pengumuman", "announcement")),
    Command("nudge", "sapa", "nudge", STAFF, ("colek",)),
    Command("audience", "penerima", "audience", STAFF, ("saringan", "filter"), menu=False),
    Command("inbox", "kotak_masuk", "inbox", STAFF, ("kotakmasuk", "tickets", "tiket")),
    Command("stats", "statistik", "stats", DESK, ("angka", "figures")),
    Command("match", "cocokkan", "match", STAFF, ("matching", "jodohkan")),
    Command("pairs", "pasangan", "pairs", STAFF, ("semua_pasangan",)),
    Command("pair", "kartu_pasangan", "pair", STAFF, menu=False),
    Command("status", "keadaan", "status", OWNER, ("kesehatan", "health"), menu=False),
    Command("choose", "pilih_mentor", "choose", MENTEE | STAFF, ("pilihmentor", "choose_mentor")),
    Command("help", "bantuan", "help", EVERYBODY, ("menu", "start", "mulai")),
)

CANCEL = frozenset({"cancel", "batal", "batalkan"})
BACK = frozenset({"back", "kembali"})
SKIP = frozenset({"skip", "lewati"})


@cache
def by_name() -> Mapping[str, Command]:
    """Every name a command answers to."""
    return {name: command for command in COMMANDS for name in (command.name, command.local, *command.aliases)}
