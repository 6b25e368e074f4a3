"""What the people of the crowd say, in either language."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "id": {
        "what": ("Portofolio data: 3 proyek", "CV dan surat lamaran", "Berani presentasi", "Proposal penelitian"),
        "measure": ("3 proyek di GitHub", "2 halaman yang rapi", "satu presentasi sebulan"),
        "zone": ("Kupang",),
        "bio": ("Sepuluh tahun di bidang ini, senang berbagi.",),
        "hello": ("Halo! Ceritakan satu hal yang ingin kamu capai tahun ini.",),
        "step": ("kirim draf pertama", "baca satu bab", "hubungi dua orang"),
        "words": ("Mentorku sibuk sekali, boleh minta saran?", "Jadwalku berubah, belum tahu cara mengaturnya."),
        "": ("Lancar, pelan-pelan.", "Minggu yang padat, tapi jalan.", "Mau belajar lebih banyak."),
        "greeting": ("/bilang Halo! Apa kabar minggu ini?", "/bilang Makasih sarannya, sudah kucoba."),
        "met": ("/ketemu kemarin 45m",),
        "help": ("/minta_bantuan",),
        "break": ("/jeda 3w",),
        "leave": ("/keluar",),
    },
    "en": {
        "what": ("Data portfolio: 3 projects", "A CV and a cover letter", "Present with confidence", "A research plan"),
        "measure": ("3 projects on GitHub", "2 tidy pages", "one talk a month"),
        "zone": ("Kupang",),
        "bio": ("Ten years in the field, and glad to share.",),
        "hello": ("Hi! Tell me one thing you'd like to reach this year.",),
        "step": ("send the first draft", "read one chapter", "write to two people"),
        "words": ("My mentor is very busy, what could I do?", "My timetable changed and I'm not sure how to go on."),
        "": ("Slowly but well.", "A busy week, but fine.", "I'd like to learn more."),
        "greeting": ("/tell Hi! How was your week?", "/tell Thanks for the advice, I tried it."),
        "met": ("/met yesterday 45m",),
        "help": ("/help_me",),
        "break": ("/pause 3w",),
        "leave": ("/leave",),
    },
}
