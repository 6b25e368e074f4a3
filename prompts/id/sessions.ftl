# Sesi: mencari waktu, sepakat, pindah, batal, dan apakah jadi bertemu.

command-session = Atur sesi dengan pasangan mentoring
command-met = Catat pertemuan yang sudah terjadi
phrases-session = sesi, atur sesi, jadwalkan sesi, atur jadwal sesi, usulkan waktu, mau ketemu mentor, kapan ketemu, jadwal ketemu, lihat sesi, bikin janji
phrases-met = ketemu, sudah ketemu, tadi ketemu, kemarin ketemu, catat pertemuan, kami sudah bertemu
flow-session = usulan sesi
flow-session_answer = jawaban usulan sesi
flow-session_reply = jawaban pertanyaan
flow-session_move = pindah waktu sesi
flow-session_cancel = pembatalan sesi
flow-session_confirm = konfirmasi sesi
flow-session_text = sesi tertulis
flow-met = catatan pertemuan
flow-room = ruang sesi

button-session-new = Usulkan waktu
button-sessions = Semua sesi
button-met = Catat pertemuan
button-session-repeat = Jadwal rutin…
button-session-type = Ketik waktu lain
button-session-send = Kirim ke { $partner }
button-session-change = Ubah lama, cara, topik
button-session-fits = Bisa
button-session-all = Bisa, semuanya
button-session-other = Waktu lain…
button-session-ask = Tanya dulu
button-session-reply = Jawab
button-session-look = Lihat usulannya
button-session-withdraw = Tarik usulan
button-session-change-times = Ganti waktu
button-session-move = Pindah
button-session-cancel = Batal
button-session-ready = Bisa
button-session-join = Gabung
button-session-answer = Jawab pertanyaan
button-session-say-met = Jadi bertemu?
button-add-calendar = + Google Kalender
button-room = Ruang tetap
button-room-none = Ruang baru tiap sesi
button-met-yes = Ya, bertemu
button-met-moved = Pindah waktu
button-met-no = Tidak jadi
button-log-yes = Betul
button-log-no = Tidak

session-kind-video = video
session-kind-audio = suara
session-kind-phone = telepon
session-kind-person = tatap muka
session-kind-text = tertulis
session-minutes = { $n } menit
session-same-clock = {""}
session-clock = { $clock } { $where }
session-in-city = di { $city }
session-on-day = { $day } { $time }
session-in-brackets = { " " }({ $time })
session-beside = { " " }· { $time }
session-moment = { $at }{ $there }
session-item = { $what }
session-slot = { $mark }{ $moment }{ $quiet }
session-night-mine = , di luar jam { $role ->
    [mentee] tenangmu
   *[other] Anda
}
session-night-theirs = , di luar jam { $name }
session-about = { " " }({ $topic })
session-rule-weekly = { $every ->
    [1] tiap { $day } { $clock }, { $n } kali
   *[other] tiap { $every } minggu, { $day } { $clock }, { $n } kali
}
session-rule-monthly = { $day } ke-{ $nth } tiap bulan, { $clock }, { $n } kali
session-times = { $n } kali

session-not-you = Sesi dibuat oleh mentor dan mentee.
session-nobody = { $role ->
    [mentee] Kamu belum punya mentor, jadi belum bisa atur sesi. Begitu ada, langsung kukabari.
   *[other] Belum ada mentee untuk Anda, jadi belum bisa mengatur sesi. Begitu ada, Anda dikabari.
}
session-you-paused = { $role ->
    [mentee] Kamu sedang jeda. Lanjut dulu, lalu kita atur sesi.
   *[other] Anda sedang jeda. Lanjutkan dulu, lalu kita atur sesi.
}
session-with-whom = Dengan siapa?
short-session-partner = Dengan
session-when = { $role ->
    [mentee] Kapan kamu bisa ketemu { $partner }? Pilih sampai tiga, atau ketik saja, misalnya “Kamis 19.00”.
   *[other] Kapan Anda bisa bertemu { $partner }? Pilih sampai tiga, atau ketik, misalnya “Kamis 19.00”.
}
session-when-how = Ketik hari dan jam, misalnya “Kamis 19.00” atau “besok jam 7 malam”.
    Beberapa sekaligus: pisahkan dengan titik koma. Rutin: “tiap Selasa 19.00, 6 kali”.
short-session-when = Waktu
unclear-session-time = “{ $heard }” belum kukenali sebagai waktu. Coba “Kamis 19.00”, “besok jam 7 malam”, atau “tiap Selasa 19.00, 6 kali”.
session-past = “{ $heard }” sudah lewat. Pilih waktu yang akan datang, misalnya “besok 19.00”. Kalau sudah bertemu, catat lewat /ketemu.
session-most = Paling banyak { $most } waktu. Ketuk salah satu untuk melepasnya.
session-which = Maksudnya yang mana?
session-which-clock = { $day }, jam berapa?
session-gap = Jam { $clock } tidak ada pada { $day }: jam dimajukan hari itu. Maksudnya ini?
session-series-size = Jadwal rutin bisa 2 sampai { $most } kali. Coba “tiap Selasa 19.00, 6 kali”.
session-series-clock = Jam berapa? Coba lengkapi, misalnya “tiap Selasa 19.00, 6 kali”.
session-series-far = Sesi terakhirnya ({ $at }) lebih dari setahun lagi. Coba lebih sedikit.
session-trouble-past = { $at } sudah lewat. Pilih waktu yang akan datang.
session-trouble-far = { $at } lebih dari setahun lagi. Pilih yang lebih dekat.
session-trouble-mine = { $at } bertabrakan dengan sesi lain. Coba waktu lain.
session-trouble-theirs = { $at } { $partner } sudah ada sesi lain. Coba waktu lain.
session-trouble-paused = { $partner } masih jeda pada { $at }. Pilih waktu sesudahnya.

session-waiting-by-mine = Usulanmu untuk { $partner } ({ $at }) belum dijawab. Mau diapakan?
session-waiting-by-theirs = { $partner } sudah mengusulkan { $at }. Jawab itu dulu?
session-waiting-change = Ganti waktunya
session-waiting-answer = Jawab usulannya
session-waiting-another = Usulkan sesi lain
session-waiting-leave = Lihat saja
session-every = Seberapa sering?
session-every-1 = Tiap minggu
session-every-2 = Tiap dua minggu
session-every-month = Sebulan sekali
session-day = Hari apa?
session-which-hour = { $day } jam berapa?
session-count = Berapa kali?
session-look = { $text ->
    [1] <b>Sesi tertulis</b> dengan { $partner }{ $topic }. Tiga pertanyaan tertulis, dijawab dalam 48 jam.
   *[0] <b>{ $minutes } menit</b>, { $kind }, dengan { $partner }{ $topic }
    }
    { $moments }
session-below = { $above }
    { $below }
session-look-series = { $text ->
    [1] <b>Sesi tertulis</b> dengan { $partner }{ $topic }. Tiga pertanyaan tertulis, dijawab dalam 48 jam.
   *[0] <b>{ $minutes } menit</b>, { $kind }, dengan { $partner }{ $topic }
    }
    { $rule }
    Mulai { $first }, terakhir { $last }.
session-kind = Lewat apa?
short-session-kind = Cara
session-length = Berapa lama?
short-session-length = Lama
session-topic = { $role ->
    [mentee] Mau bahas apa? Boleh dilewati.
   *[other] Ingin membahas apa? Boleh dilewati.
}

session-proposed = <b>{ $partner } mengusulkan sesi { $text ->
    [1] tertulis
   *[0] { $minutes } menit, { $kind }
}</b>{ $about }
session-proposed-series = <b>{ $partner } mengusulkan { $n } sesi rutin, { $minutes } menit, { $kind }</b>{ $about }
session-dates = { $days }
session-sent = Terkirim ke { $partner } ✓{ $n ->
    [1] {""}
   *[other] { " " }({ $n } waktu)
    } { $role ->
    [mentee] Kukabari begitu dijawab.
   *[other] Anda dikabari begitu dijawab.
}
session-crossing = { $partner } juga baru mengusulkan waktu. Cukup salah satu yang dijawab.
session-answer-which = Mana yang cocok untuk sesi dengan { $partner }?
session-ask-what = Apa yang mau ditanyakan ke { $partner }?
session-asked = Sudah kusampaikan ke { $partner } ✓
session-question = <b>{ $partner }</b> bertanya sebelum memilih waktu: “{ $question }”
session-reply-what = Jawabanmu untuk { $partner }?
session-replied = <b>{ $partner }</b>: “{ $words }”
session-move-when = Pindah ke kapan? Pilih sampai tiga; waktu lama berlaku sampai { $partner } memilih.
session-move-often = { $role ->
    [mentee] Sesi ini sudah beberapa kali pindah. Waktu mana yang paling aman buatmu dan { $partner }? Sesi tertulis juga bisa.
   *[other] Sesi ini sudah beberapa kali pindah. Waktu mana yang paling aman untuk Anda dan { $partner }? Sesi tertulis juga bisa.
}

session-confirmed = ✓ { $text ->
    [1] Sesi tertulis dengan <b>{ $partner }</b> mulai <b>{ $at }</b>.
   *[0] Sesi dengan <b>{ $partner }</b>: <b>{ $at }</b>, { $minutes } menit, { $kind }.
}
session-confirmed-series = ✓ { $n } sesi dengan <b>{ $partner }</b>, { $minutes } menit, { $kind }. Yang pertama: <b>{ $at }</b>.
session-moved = ✓ Sesi dengan <b>{ $partner }</b> pindah ke <b>{ $at }</b>, { $minutes } menit, { $kind }.
session-text-how = { $role ->
    [mentee] Saat itu kamu dapat tiga pertanyaan; jawab kapan saja dalam { $hours } jam.
   *[other] Saat itu Anda mendapat tiga pertanyaan; jawab kapan saja dalam { $hours } jam.
}
session-room-is = Ruang: { $link }
session-where = { $kind ->
    [phone] Sepakati dengan { $partner } siapa yang menelepon.
   *[other] Sepakati tempatnya dengan { $partner }; tempat umum paling enak.
}
session-moving = <b>{ $partner }</b> ingin memindah sesi { $at }. Waktu lama berlaku sampai ada yang dipilih.
session-others = <b>{ $partner }</b> menawarkan waktu lain:
session-ready = Sip, tercatat ✓ { $at } dengan { $partner }.
session-ready-both = Sip ✓ { $partner } juga siap: { $at }.

session-gone = Sesi itu sudah tidak ada.
session-parted = Pendampingan dengan { $partner } sudah selesai, jadi sesi ini tidak berlaku lagi.
session-was-cancelled = Sesi dengan { $partner } itu sudah dibatalkan. Mau usulkan waktu baru?
session-over = Sesi itu sudah selesai.
session-already = Sudah dijawab ✓ Sesinya { $at }.
session-yours = Ini usulan yang dikirim ke { $partner }; jawabannya ditunggu dari sana.
session-slots-past = Semua waktu yang diusulkan sudah lewat. Usulkan yang baru ke { $partner }?
session-slot-changed = Waktu itu sudah diganti { $partner }. Lihat usulan terbarunya.
session-no-pair = Pasangan ini sudah tidak aktif.
session-none-free = Waktu itu sudah terisi atau lewat. Coba waktu lain.
session-move-late = Sesi sudah dimulai, jadi tidak bisa dipindah. Nanti kutanya apakah jadi bertemu { $partner }.
session-cancel-late = Sesi sudah dimulai, jadi tidak bisa dibatalkan. Nanti kutanya apakah jadi bertemu { $partner }.

session-cancel-which = Ini bagian dari jadwal rutin. Batalkan yang mana?
session-cancel-one = Hanya yang ini
session-cancel-all = Ini dan sisanya
session-cancel-why = { $role ->
    [mentee] Boleh tahu kenapa? { $partner } akan membacanya.
   *[other] Boleh tahu alasannya? { $partner } akan membacanya.
}
session-cancel-why-soon = { $role ->
    [mentee] Kurang dari 24 jam lagi, jadi { $partner } langsung kukabari. Kenapa batal?
   *[other] Kurang dari 24 jam lagi, jadi { $partner } langsung dikabari. Kenapa batal?
}
session-why-busy = Ada urusan mendadak
session-why-sick = Sakit
session-why-signal = Sinyal / kuota
session-why-notready = Belum siap
session-why-othertimes = Waktu lain lebih cocok
session-why-own = { $words }
session-cancelled-mine = { $n ->
    [1] Sesi { $at } dibatalkan; { $partner } sudah dikabari ✓
   *[other] { $n } sesi dibatalkan; { $partner } sudah dikabari ✓
}
session-cancelled = { $n ->
    [1] <b>{ $partner }</b> membatalkan sesi { $at }.
   *[other] <b>{ $partner }</b> membatalkan { $n } sesi, mulai { $at }.
}
session-withdrawn-mine = Usulan ke { $partner } ditarik ✓
session-withdrawn = <b>{ $partner }</b> menarik usulan sesinya.
session-because = Alasannya: { $why }

session-room = { $kept ->
    [1] Ruang tetap dengan { $partner }: { $room }. Kirim tautan baru untuk menggantinya.
   *[0] Punya ruang tetap dengan { $partner } (Meet, Zoom, Jitsi)? Kirim tautannya. Tanpa itu, tiap sesi dapat ruang baru.
}
short-session-room = Ruang
session-room-bad = “{ $heard }” belum kukenali sebagai tautan. Contohnya: https://meet.google.com/abc-defg-hij
session-room-http = “{ $heard }” tidak aman. Tautannya harus mulai dengan https://
session-room-kept = Tersimpan ✓ Mulai sekarang sesinya di { $link }
session-room-gone = Oke ✓ Tiap sesi dapat ruang baru.
session-room-new = <b>{ $partner }</b> memasang ruang tetap untuk sesi: { $link }
session-room-none = <b>{ $partner }</b> melepas ruang tetap; tiap sesi dapat ruang baru.

session-text-early = Sesi tertulis ini baru mulai { $at }. Nanti pertanyaannya kukirim.
session-text-late = Waktu menjawab sesi ini sudah habis. Tidak apa-apa; usulkan yang baru?
session-text-done = Jawaban sudah masuk ✓ Kukirim begitu { $partner } menjawab juga.
session-text-noted = Tersimpan ✓ Begitu { $partner } menjawab, jawaban keduanya kukirim.
session-text-both = Tersimpan ✓ { $partner } sudah menjawab juga; jawabannya sudah kukirim.
session-text-answers = <b>Jawaban { $partner }</b>
session-text-answer = <i>{ $question }</i>
    { $answer }

session-met-ask = Jadi bertemu { $partner } ({ $at })?
session-met-yes = Ya, bertemu
session-met-moved = Pindah waktu
session-met-no = Tidak jadi
session-met-early = Sesinya baru { $at }. Nanti kutanya setelah selesai.
session-missed-why = Apa yang terjadi? Boleh dilewati.
session-missed-time = Waktunya tidak cukup
session-missed-signal = Sinyal / kuota
session-missed-forgot = Terlupa
session-missed-partner = Menunggu, tidak ada yang datang
session-noted-yes = Tercatat ✓ Senang mendengarnya. Sesi berikutnya dengan { $partner } boleh langsung diatur.
session-noted-moved = Tercatat ✓ Cari waktu baru dengan { $partner }?
session-noted-no = Tercatat ✓ Tidak apa-apa. Cari waktu lain dengan { $partner }?
session-noted-differs = { $partner } mengingatnya lain; keduanya kusimpan apa adanya.
session-met-when = Kapan bertemu { $partner }?
session-met-long = Kira-kira berapa menit?
session-met-future = Itu belum terjadi. Untuk yang akan datang, usulkan sesi.
session-met-old = Itu sudah lama sekali; yang bisa dicatat sampai 120 hari ke belakang.
session-met-length = Lamanya antara 5 menit dan 8 jam. Contoh: /ketemu kemarin 40 menit
session-day-today = Hari ini, { $day }
session-day-yesterday = Kemarin, { $day }
session-day-before = Lusa lalu, { $day }
session-logged = Tercatat ✓ { $at }, { $minutes } menit. { $partner } kutanya juga.
session-log-asks = <b>{ $partner }</b> mencatat pertemuan { $at }, { $minutes } menit. Betul?

topic-title = <b>{ $title }</b>
topic-question = { $n }. { $question }
topic-exercise = <i>Latihan:</i> { $exercise }

remind-session-day = { $text ->
    [1] Besok mulai sesi tertulis dengan <b>{ $partner }</b>: { $at }.
   *[0] Sesi dengan <b>{ $partner }</b>: <b>{ $at }</b>, { $minutes } menit, { $kind }.
    } Masih bisa?
remind-session-topic = Bahan untuk sesi dengan { $partner }, kalau mau dipakai:
remind-session-soon = Sesi dengan <b>{ $partner }</b> mulai { $at }.
remind-session-soon-other = Sesi dengan <b>{ $partner }</b> ({ $kind ->
    [phone] telepon
   *[other] tatap muka
}) mulai { $at }.
remind-session-met = Jadi bertemu { $partner } ({ $at })?
remind-session-met-again = Satu ketukan saja: jadi bertemu { $partner } ({ $at })?
remind-session-text = { $role ->
    [mentee] Sesi tertulis dengan <b>{ $partner }</b> dimulai. Jawab sampai { $until }, semampumu:
   *[other] Sesi tertulis dengan <b>{ $partner }</b> dimulai. Silakan jawab sampai { $until }:
}
remind-session-text-again = { $role ->
    [mentee] Tiga pertanyaan untukmu dan { $partner } masih menunggu, sampai { $until }.
   *[other] Tiga pertanyaan untuk Anda dan { $partner } masih menunggu, sampai { $until }.
}

thread-session = Sesi <b>{ $mentor }</b> dan <b>{ $mentee }</b>: <b>{ $at }</b>, { $kind }.

sessions-none = { $role ->
    [mentee] Belum ada sesi. Mau usulkan waktu?
   *[other] Belum ada sesi. Ingin mengusulkan waktu?
}
sessions-listed = { $waiting ->
    [0] { $n } sesi di depan.
   *[other] { $n } sesi; { $waiting } menunggu { $role ->
        [mentee] jawabanmu
       *[other] jawaban Anda
    }.
}
sessions-agreed = ✓ { $at } · { $partner }
sessions-open-mine = Menunggu { $partner } · { $at }
sessions-open-theirs = Jawab { $partner } · { $at }
session-is-proposed = Usulan sesi dengan <b>{ $partner }</b>
session-is-confirmed = Sesi dengan <b>{ $partner }</b> ✓
session-is-held = Sesi dengan <b>{ $partner }</b>: terlaksana
session-is-missed = Sesi dengan <b>{ $partner }</b>: tidak jadi
session-is-moved = Sesi dengan <b>{ $partner }</b>: pindah waktu
session-is-unclear = Sesi dengan <b>{ $partner }</b>: belum jelas jadi atau tidak
session-is-cancelled = Sesi dengan <b>{ $partner }</b>: dibatalkan
session-facts = { $at }, { $minutes } menit, { $kind }{ $about }

thing-sessions = sesi: kapan, berapa lama, jadi atau tidak
thing-session-words = topik sesi, alasan batal, dan jawaban sesi tertulis

why-session-day = Sesi ini disepakati berdua; sehari sebelumnya kupastikan masih bisa.
why-session-topic = Sehari sebelum sesi kukirim bahan obrolan. Boleh dipakai, boleh tidak.
why-session-soon = Sesi ini disepakati berdua; 15 menit sebelumnya kukirim tautannya.
why-session-met = Sesi baru dihitung kalau ada yang bilang jadi, jadi keduanya kutanya.
why-session-text = Ini sesi tertulis yang disepakati berdua: tiga pertanyaan, 48 jam.
