# Mentor mendaftar, pasangan bertemu, kesepakatan, meja mentor.

flow-capacity = jumlah mentee
flow-agreement = kesepakatan
flow-greet = sapaan
flow-note = catatan
flow-set_digest = waktu ringkasan

command-mentees = Mentee saya: kabar, tujuan, sesi
command-note = Catatan: pribadi atau dibagikan
command-capacity = Berapa mentee yang bisa ditemani
command-agreement = Kesepakatan dengan pasangan mentoring

phrases-mentees = mentee, mentee saya, daftar mentee, lihat mentee, siapa mentee saya, kabar mentee
phrases-note = catatan, catat, buat catatan, tulis catatan, lihat catatan
phrases-capacity = kapasitas, ubah kapasitas, jumlah mentee, tambah mentee, tidak bisa tambah mentee
phrases-agreement = kesepakatan, lihat kesepakatan, ubah kesepakatan, isi kesepakatan, perjanjian

# Pendaftaran mentor

mentor-field = Bidang Anda apa?
mentor-offers = Anda bisa membantu soal apa? Ketuk beberapa, lalu Selesai.
mentor-skills = Kemampuan mana yang bisa Anda tularkan?
mentor-bio = Dua baris tentang Anda, untuk dibaca mentee. Tulis sendiri, atau pakai contoh ini:
    <i>{ $example }</i>
bio-ours = Berkarya di bidang { $field }.
    Bisa menemani soal: { $offers }.
button-take-it = Pakai contoh ini
mentor-capacity = Berapa mentee yang bisa Anda temani sekarang?
capacity-option = { $n ->
    [0] Belum dulu
   *[other] { $n }
}
capacity-shown = { $n ->
    [0] belum dulu
   *[other] { $n } mentee
}
mentor-kinds = Paling nyaman mengobrol lewat apa?
mentor-days = Hari apa saja Anda biasanya luang?
mentor-hours = Di hari itu, luangnya kapan?
hours-morning = Pagi, sebelum 12
hours-noon = Siang, 12–17
hours-evening = Malam, setelah 17
mentor-digest = Tiap Senin, jam berapa ringkasan mentee sebaiknya sampai? Satu pesan saja.
mentor-hello = Tugas kecil pertama, dan terakhir hari ini: satu kalimat sapaan. Mentee Anda membacanya begitu kalian dipasangkan.
hello-warm = Halo! Senang bisa menemanimu. Kita mulai pelan-pelan.
hello-curious = Halo! Aku penasaran, apa yang paling ingin kamu capai?
mentor-welcome = { $n ->
    [0] Selamat datang, { $name }. Anda terdaftar sebagai mentor { $programme }, belum menerima mentee. Itu pilihan yang baik juga; ubah kapan saja: /kapasitas.
   *[other] Selamat datang, { $name }. Anda terdaftar sebagai mentor { $programme }. Begitu ada mentee, Anda dikabari di sini, dan sapaan Anda ikut disampaikan.
}
short-capacity = Jumlah mentee
short-offers = Bisa membantu soal
short-bio = Tentang saya
short-hours = Jam luang
short-digest = Ringkasan Senin
short-hello = Sapaan pertama

capacity-ask = Sekarang tercatat { $n }. Berapa mentee yang bisa Anda temani?
capacity-set = { $mentees ->
    [0] Tercatat ✓ Paling banyak { $n } mentee. Begitu ada yang cocok, Anda dikabari.
   *[other] Tercatat ✓ Paling banyak { $n } mentee; sekarang { $mentees }. Yang sudah berjalan tidak berubah.
}
capacity-none = { $mentees ->
    [0] Tercatat ✓ Belum menerima mentee. Tahu batas diri itu bagian dari menjadi mentor yang baik; tempat Anda tetap ada.
   *[other] Tercatat ✓ Tidak ada mentee baru dulu; { $mentees } yang sekarang tetap berjalan. Tahu batas diri itu bagian dari menjadi mentor yang baik.
}

# Bertemu

meet-mentor = Kenalkan mentormu: <b>{ $mentor }</b>! 🎉
meet-bio = <i>{ $bio }</i>
meet-why = Kenapa kalian berdua: { $reasons }.
meet-hello = Katanya untukmu: “{ $hello }”
meet-you-first = Kamu yang menyapa duluan. Ketuk satu pembuka, atau tulis sendiri:
meet-mentee = Mentee Anda: <b>{ $mentee }</b>.
meet-wants = { $field }; ingin belajar { $wants }.
meet-goal = { $goal }
    { $bar } { $percent }%
meet-no-goals = Tujuannya belum terpasang; bahan bagus untuk obrolan pertama.
meet-expect = { $mentee } yang menyapa lebih dulu; Anda cukup membalas. Besok, enam pertanyaan singkat tentang cara kerja kalian.
why-subjects = sama-sama { $things }
why-field = satu bidang: { $field }
why-skills = sama-sama peduli { $things }
why-same-clock = jam kalian sama
why-hours-apart = beda { $n } jam saja
opener-1 = Halo Kak! Salam kenal. Aku senang kita berpasangan.
opener-2 = Halo Kak! Boleh tahu, dulu Kakak mulai dari mana?
opener-3 = Halo Kak! Kapan enaknya kita ngobrol pertama kali?
greeting-1 = Halo! Apa kabar minggu ini?
greeting-2 = Halo! Ada yang bisa kubantu minggu ini?
greeting-3 = Halo! Mau ngobrol 15 menit minggu ini?
button-own-words = Tulis sendiri…
button-send = Kirim
button-greet = Sapa { $name }
greet-line = Mau bilang apa ke { $partner }?
greet-look = Ini yang akan dibaca { $partner }:
    “{ $text }”
greet-not-sent = Oke, tidak dikirim.
greet-sent = Terkirim ke { $partner } ✓
short-send = Kirim
short-greet = Sapaan
remind-first-words = { $name }, { $partner } menunggu sapaanmu. Satu kalimat cukup; ketuk satu saja:
remind-first-words-mentor = { $name }, Anda dan { $partner } belum saling menyapa. Mungkin masih malu; satu kalimat dari Anda biasanya cukup:
why-first-words = Kamu dan pasangan mentoringmu belum saling menyapa. Pengingat ini hanya datang sekali.
why-paired = Kamu baru saja dipasangkan.
no-partner = { $role ->
    [mentee] Mentormu belum ada. Begitu ada, kamu dikabari di sini.
   *[other] Belum ada mentee. Begitu ada, Anda dikabari di sini.
}
ask-who = Ini tentang siapa?
short-who = Tentang
pair-ended = Pasangan mentoring itu sudah berakhir, jadi tidak ada yang berubah. Ketik /bantuan untuk melihat pilihan.

# Kesepakatan

pact-cadence = { $role ->
    [mentee] Seberapa sering kamu dan { $partner } sebaiknya bertemu?
   *[other] Seberapa sering Anda dan { $partner } sebaiknya bertemu?
}
pact-cadence-weekly = Tiap minggu
pact-cadence-biweekly = Tiap dua minggu
pact-cadence-monthly = Tiap bulan
pact-length = { $role ->
   *[other] Sekali bertemu dengan { $partner }, berapa lama?
}
pact-length-30 = 30 menit
pact-length-45 = 45 menit
pact-length-60 = 60 menit
pact-kind = { $role ->
   *[other] Paling enak bertemu { $partner } lewat apa?
}
pact-reply = { $role ->
   *[other] Pesan dari { $partner } wajarnya dibalas dalam…
}
pact-reply-day = 1 hari
pact-reply-two-days = 2–3 hari
pact-reply-week = Seminggu
pact-private = { $role ->
   *[other] Apa yang cukup di antara kalian, dengan { $partner }?
}
pact-private-all = Semuanya, kecuali ada bahaya
pact-private-progress = Isi obrolan; kemajuan boleh diceritakan
pact-success = { $role ->
   *[other] Mentoring dengan { $partner } berhasil kalau…
}
pact-success-goal = Tujuannya tercapai
pact-success-step = Langkah berikutnya jelas
pact-success-confidence = Lebih percaya diri
short-pact-cadence = Seberapa sering
short-pact-length = Lamanya
short-pact-kind = Lewat
short-pact-reply = Membalas dalam
short-pact-private = Di antara kita
short-pact-success = Berhasil kalau
pact-review = Ini jawaban yang tercatat. Sudah pas?
pact-yours = { $role ->
    [mentee] Enam pertanyaan tentang cara kerja kamu dan { $partner }, 2 menit. Jawabanmu baru terlihat setelah kalian berdua mengisi.
   *[other] Enam pertanyaan tentang cara kerja Anda dan { $partner }, 2 menit. Jawaban Anda baru terlihat setelah keduanya mengisi.
}
pact-waiting = Tercatat ✓ Begitu { $partner } juga mengisi, terlihat di mana kalian beda.
pact-compared = { $same ->
    [6] Kalian sepaham di semua { $all } hal. 🎉
   *[other] Kalian sepaham di { $same } dari { $all } hal. Yang beda:
}
pact-differ = <b>{ $what }</b>: { $mine } · { $partner }: { $theirs }
    → usul: { $table }
pact-both = <b>{ $what }</b>: { $mine } · { $partner }: { $theirs }
    → dua-duanya berlaku
pact-agree-ask = Setuju dengan usulnya?
pact-they-still = Sudah disetujui dari sini ✓ Tinggal { $partner }.
pact-holds = Kesepakatan dengan { $partner } berlaku ✓
pact-terms = { $cadence }, { $length }, lewat { $kind }; membalas dalam { $reply }
pact-came-in = { $name } juga sudah mengisi.
pact-changed-by = { $name } mengubah jawabannya.
pact-agreed-by = { $name } setuju ✓
pact-moved = Jawaban { $partner } baru saja berubah, jadi belum disetujui. Lihat dulu, yuk.
button-agree-pact = Setuju
button-answer-six = Isi, 2 menit
button-look = Lihat
button-still-fine = Masih pas
button-change = Ubah
button-agreement = Kesepakatan
remind-agreement = { $role ->
    [mentee] { $name }, supaya kamu dan { $partner } enak jalan bareng: enam pertanyaan singkat. Jawabanmu baru terlihat setelah kalian berdua mengisi.
   *[other] { $name }, supaya enak berjalan bersama { $partner }: enam pertanyaan singkat. Jawaban Anda baru terlihat setelah keduanya mengisi.
}
remind-agreement-again = { $role ->
    [mentee] { $name }, kesepakatanmu dengan { $partner } belum terisi. Cuma enam ketukan.
   *[other] { $name }, kesepakatan Anda dengan { $partner } belum terisi. Cukup enam ketukan.
}
remind-still-fine = { $name }, sudah sepertiga jalan lagi bersama { $partner }. Kesepakatan kalian masih pas?
why-agreement = Ini tentang cara kerja pasangan mentoring: paling banyak tiga kali, lalu berhenti.
why-agreement-again = Kesepakatan dilihat lagi setelah sepertiga dan dua pertiga waktu.
coordinator-silent-agreement = <b>{ $name }</b> belum mengisi kesepakatan dengan pasangannya sejak { $since }; pengingatnya sudah berhenti. Sapaan langsung dari Anda biasanya membantu.
coordinator-silent-agreement-many = <b>{ $n } orang</b> belum mengisi kesepakatan dengan pasangannya sejak { $since }: { $names }. Pengingatnya sudah berhenti; sapaan langsung dari Anda biasanya membantu.

# Jeda, dikabarkan ke pasangan

partner-paused = { $role ->
    [mentee] { $name } istirahat dulu sampai { $day }. Tidak ada yang salah di pihakmu; tujuan dan check-in-mu jalan terus.
   *[other] { $name } istirahat dulu sampai { $day }. Tidak ada yang perlu Anda lakukan; sampai saat itu check-in-nya berhenti.
}
partner-back = { $role ->
    [mentee] { $name } sudah kembali. 🌱 Sapa kalau mau.
   *[other] { $name } sudah kembali. 🌱 Satu sapaan dari Anda akan terasa.
}

# Meja mentor

mentees-title = { $n ->
   *[other] <b>{ $n } mentee Anda</b>
}
mentee-name = <b>{ $name }</b>
mentee-heard = Kontak terakhir { $at }
mentee-unheard = Belum ada kontak
mentee-paused = Sedang istirahat sampai { $until }
mentee-no-goals = Belum ada tujuan yang dibagikan.
mentee-session = sesi { $at }
mentee-wish = ingin dibahas: “{ $wish }”
mentee-no-numbers = { $name } belum punya angka untuk digambar. Setelah check-in pertama, grafiknya ada di sini.
progress-whose = Kemajuan siapa?
chart-of = Grafik kemajuan { $name }.
digest-title = { $n ->
    [1] <b>Senin ini, mentee Anda</b>
   *[other] <b>Senin ini, { $n } mentee Anda</b>
}
digest-name = <b>{ $name }</b>
digest-goal = { $goal } { $percent }%{ $way ->
    [up] {" "}(naik { $change })
    [down] {" "}(turun { $change })
   *[same] {""}
}
digest-silent = belum check-in { $n } hari
why-digest = Ini ringkasan Senin tentang mentee Anda, satu pesan seminggu. Kalau tidak ada kabar, tidak dikirim.
button-capacity = Jumlah mentee
button-mentees = Mentee saya
button-notes = Catatan
button-add-note = Tambah catatan
button-remove-note = Hapus: { $note }
button-set-digest = Ringkasan Senin: { $clock }

note-what = Apa yang mau dicatat tentang { $partner }?
note-whose = Untuk siapa catatan ini?
note-private = Hanya untuk saya
note-shared = Bagikan ke { $partner }
note-kept = Tercatat ✓ Hanya dari sini yang terlihat; { $partner } tidak membacanya.
note-kept-shared = Tercatat ✓ dan dibagikan ke { $partner }.
note-from = <b>{ $name }</b> berbagi catatan:
    “{ $text }”
notes-none = Belum ada catatan dengan { $partner }. Yang pribadi hanya terlihat oleh penulisnya.
notes-title = Catatan dengan <b>{ $partner }</b>
note-line = { $day } · { $text }{ $whose ->
    [mine] {" "}(pribadi)
    [mine-shared] {" "}(dibagikan)
   *[theirs] {" "}(dari { $partner })
}
short-note-whose = Untuk
remind-back-other = Halo lagi, { $name }. Jeda Anda selesai; kabar mentoring datang lagi seperti biasa.
edit-offers = Bisa membantu soal
edit-bio = Tentang saya
edit-hours = Jam luang
edit-hello = Sapaan pertama
