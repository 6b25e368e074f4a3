# Meja koordinator: program, cara ikut, persetujuan, tim.

flow-programme = program
flow-programme_name = nama program
flow-programme_dates = tanggal program
flow-programme_zone = zona waktu program
flow-programme_plan = ritme program
flow-programme_new = program baru
flow-programme_clone = salinan program
flow-joining = cara ikut
flow-welcome = kata sambutan
flow-seat = peran di tim
flow-ask_more = pertanyaan ke pendaftar
flow-answer_more = jawaban ke koordinator

command-programme = Program: buka, tutup, atur, salin, buat baru
command-team = Siapa yang menjalankan program ini
command-switch = Pindah ke program lain
phrases-programme = atur program, lihat program, setelan program, buat program baru, tutup program, arsipkan program, buka pendaftaran, tutup pendaftaran
phrases-team = lihat tim, atur tim, tim program, siapa pemilik program, siapa yang menjalankan program
phrases-switch = pindah program, ganti program, program lain, program yang lain

# Program

programme-title = <b>{ $programme }</b> · { $stage ->
    [draft] belum dibuka
    [open] pendaftaran buka
    [closed] pendaftaran tutup
   *[other] diarsipkan
}
programme-when = { $span } · { $zone }
span-both = { $starts } sampai { $ends }
span-from = mulai { $starts }, tanpa batas akhir
span-until = sampai { $ends }
span-none = tanggal belum ditentukan
programme-people = Mentee { $mentees } · mentor { $mentors }
programme-pairs = Pasangan berjalan { $n } · yang mengurus { $staff } orang
programme-waiting = <b>{ $n } orang menunggu persetujuan Anda.</b>
programme-joining = Cara ikut: { $joining ->
    [open] siapa saja boleh
    [approval] dengan undangan, lalu Anda setujui
   *[other] dengan undangan
}
programme-plan = Ritme pengingat: { $plan }
programme-change = <b>{ $programme }</b>: apa yang mau diubah?
programme-refused = Ada yang tidak cocok, jadi tidak ada yang berubah. Coba sekali lagi: /program
programme-moved = Anda sudah pindah ke program lain sejak tombol itu muncul, jadi tidak ada yang berubah. Pindah lagi: /pindah

button-programme = Lihat program
button-waiting = Menunggu persetujuan ({ $n })
button-programme-change = Ubah
button-team = Tim
button-programme-clone = Salin
button-new = Program baru
button-programmes = Program lain ({ $n })
button-programme-name = Nama
button-dates = Tanggal
button-zone = Zona: { $zone }
button-joining = Cara ikut
button-welcome = Kata sambutan
button-rhythm = Ritme
button-public-link = Tautan untuk umum
button-create = Buat program
button-stage-open = { $before ->
    [draft] Buka pendaftaran
    [archived] Jalankan lagi dan buka pendaftaran
   *[other] Buka lagi pendaftaran
}
button-stage-closed = { $before ->
    [archived] Jalankan lagi, tanpa pendaftaran
   *[other] Tutup pendaftaran
}
button-stage-archived = { $before ->
   *[other] Arsipkan
}

ask-programme-name = Apa nama programnya? Nama ini dibaca semua peserta.
ask-name-again = Namanya sekarang “{ $now }”. Apa nama barunya?
ask-clone-name = Salinan { $programme }: setelan dan formulirnya ikut, orangnya tidak. Apa nama program barunya?
ask-programme-zone = Jam program ikut yang mana? Bisa juga ketik nama kota.
ask-plan = Pakai ritme pengingat yang mana?
ask-starts = Mulai kapan? Ketuk atau ketik tanggalnya. Belum pasti? Lewati saja.
ask-ends = Sampai kapan? Ketuk atau ketik tanggalnya. Belum pasti? Lewati saja.
ask-joining = Siapa yang boleh ikut?
joining-code = Hanya yang punya undangan
joining-approval = Yang punya undangan, lalu saya setujui
joining-open = Siapa saja yang membuka bot
joining-set-code = Sekarang orang ikut dengan undangan. Buat undangan: /undang
joining-set-approval = Sekarang yang mendaftar menunggu Anda dulu. Kartunya datang ke sini: setujui, tolak, atau tanya dulu.
joining-set-open = Sekarang siapa saja boleh ikut, dan memilih sendiri mau jadi mentee atau mentor.
joining-still-waiting = { $n } orang masih menunggu persetujuan; mereka tetap perlu Anda jawab: /tertunda
ask-welcome-language = Kata sambutan dalam bahasa apa?
ask-welcome = Apa sambutan untuk peserta baru? Muncul begitu mereka selesai mendaftar. Lewati kalau tidak perlu.
ask-welcome-again = Sambutannya sekarang: “{ $now }”
    Apa gantinya? Lewati kalau mau dihapus.
welcome-set = Tersimpan ✓ Peserta baru membacanya begini:
welcome-none = Oke, tidak ada kata sambutan untuk bahasa itu.
welcome-words = “{ $text }”
dates-sure = { $n ->
    [0] Tanggalnya jadi: { $span }. Pasangan yang sudah ada tetap pada tanggalnya.
   *[other] Tanggalnya jadi: { $span }. <b>{ $n } pasangan</b> yang berakhir bersama program ikut pindah ke tanggal itu.
}
new-look = <b>{ $name }</b>, { $span }.
    Yang boleh ikut: { $how }.
    Programnya Anda miliki, dan belum buka sampai Anda membukanya. Buat?
clone-look = <b>{ $name }</b>, { $span }.
    Setelan dan formulir dari { $like }; orangnya tidak ikut, dan belum buka sampai Anda membukanya. Buat?
short-programme-name = Nama program
short-plan = Ritme
short-starts = Mulai
short-ends = Selesai
short-joining = Cara ikut
short-welcome = Sambutan
short-sure = Jadi?
short-role = Sebagai

stage-open-sure = { $before ->
    [draft] Buka pendaftaran <b>{ $programme }</b>? Setelah itu orang bisa mulai ikut.
   *[other] Buka lagi pendaftaran <b>{ $programme }</b>? Setelah itu orang bisa ikut lagi.
}
stage-closed-sure = { $before ->
    [archived] Jalankan lagi <b>{ $programme }</b>, tanpa orang baru?
   *[other] Tutup pendaftaran <b>{ $programme }</b>? Tidak ada orang baru yang bisa ikut, juga yang sudah punya undangan.
}
stage-archived-sure = { $before ->
   *[other] Arsipkan <b>{ $programme }</b>? Tidak ada orang baru, dan semua pengingatnya berhenti.
}
stage-closed-what = { $pairs ->
    [0] Belum ada pasangan yang berjalan. Bisa dibuka lagi kapan saja.
   *[other] { $pairs } pasangan berjalan terus seperti biasa. Bisa dibuka lagi kapan saja.
}
stage-archived-what = Yang tidak diingatkan lagi: { $people } peserta, { $pairs } pasangan aktif.
    Tidak ada yang dihapus, dan bisa dijalankan lagi kapan saja.
stage-again-what = { $people } peserta akan diingatkan lagi seperti dulu.
stage-enrolling = { $n } orang sedang mendaftar; mereka masih bisa menyelesaikannya.
stage-waiting = { $n } orang masih menunggu persetujuan. Sebaiknya dijawab dulu: /tertunda
stage-already = <b>{ $programme }</b> sekarang { $stage ->
    [draft] belum dibuka
    [open] pendaftarannya buka
    [closed] pendaftarannya tutup
   *[other] diarsipkan
}; tombol itu tidak mengubah apa-apa.
stage-owner = Mengarsipkan dan menjalankan lagi hanya bisa oleh pemilik program. Siapa pemiliknya: /tim
stage-open-done = { $before ->
   *[other] Pendaftaran <b>{ $programme }</b> buka ✓ Undang orang: /undang
}
stage-closed-done = { $before ->
    [archived] <b>{ $programme }</b> berjalan lagi ✓ Pendaftarannya tutup.
   *[other] Pendaftaran <b>{ $programme }</b> tutup ✓ Pasangan yang ada berjalan terus.
}
stage-archived-done = { $before ->
   *[other] <b>{ $programme }</b> diarsipkan ✓ Tidak ada pengingat lagi, tidak ada yang dihapus.
}
public-link = Siapa saja bisa ikut <b>{ $programme }</b> lewat tautan ini:
    { $link }
    Di Discord: { $code }
public-link-not-yet = { $why ->
    [draft] Programnya belum buka, jadi belum ada tautan untuk umum. Buka pendaftarannya dulu.
    [closed] Pendaftarannya tutup, jadi tidak ada tautan untuk umum.
   *[other] Tautan untuk umum hanya ada kalau siapa saja boleh ikut. Ubah dulu di Cara ikut.
}

# Ikut

enroll-as = Halo! Aku Tuntun, asisten <b>{ $programme }</b>. 👋
    Mau ikut sebagai apa?
enroll-as-mentee = Mentee: aku ingin didampingi
enroll-as-mentor = Mentor: saya ingin mendampingi
token-draft = Program dari undangan ini belum dibuka. Simpan undangannya, dan coba lagi nanti ya.
token-code = Program ini sekarang hanya bisa diikuti dengan undangan. Minta tautannya ke koordinator.
help-waiting = { $role ->
    [mentee] Pendaftaranmu di { $programme } sudah lengkap dan sedang dibaca koordinator. Begitu ada jawaban, kamu kukabari di sini.
   *[other] Pendaftaran Anda di { $programme } sudah lengkap dan sedang dibaca koordinator. Begitu ada jawaban, Anda dikabari di sini.
}
approval-waiting = { $role ->
    [mentee] Terima kasih, { $name }! Semua jawabanmu sudah masuk. 🙌
        Koordinator { $programme } membacanya dulu, lalu kukabari di sini. Sementara ini tidak ada yang perlu kamu lakukan.
   *[other] Terima kasih, { $name }. Semua jawaban Anda sudah masuk.
        Koordinator { $programme } membacanya dulu, lalu Anda dikabari di sini. Sementara ini tidak ada yang perlu Anda lakukan.
}
approval-yes = { $role ->
    [mentee] Kabar baik, { $name }: kamu diterima di <b>{ $programme }</b>! 🎉
        Langkah pertama: pasang satu tujuan. Lima pertanyaan singkat, kubantu rumuskan.
   *[other] Kabar baik, { $name }: Anda diterima di <b>{ $programme }</b>. Begitu ada mentee, Anda dikabari di sini.
}
approval-no = { $role ->
    [mentee] Halo { $name }. Terima kasih sudah mendaftar di { $programme }. Kali ini tempatnya belum ada untukmu; itu bukan penilaian tentang dirimu.
        Jawabanmu masih tersimpan; mau dihapus semua? /hapus
   *[other] Halo { $name }. Terima kasih sudah mendaftar di { $programme }. Kali ini tempatnya belum ada untuk Anda.
        Jawaban Anda masih tersimpan; mau dihapus semua? /hapus
}

# Persetujuan

applicant-new = <b>{ $name }</b> ingin ikut sebagai { $role ->
    [mentor] mentor
   *[other] mentee
}.
applicant-title = <b>{ $name }</b> ingin ikut sebagai { $role ->
    [mentor] mentor
   *[other] mentee
}, mendaftar { $since }.
applicant-field = Bidang: { $field }
applicant-wants = Ingin belajar: { $things }
applicant-offers = Bisa membantu soal: { $things }
applicant-skills = Kemampuan: { $things }
applicant-days = Hari luang: { $days }
applicant-bio = “{ $bio }”
applicant-zone = Zona waktu: { $zone }
applicant-gone = Orang ini tidak sedang menunggu persetujuan di program ini. Siapa yang menunggu: /tertunda
applicant-decided = { $standing ->
    [left] { $name } tidak jadi ikut; itu sudah tercatat.
    [enrolling] { $name } sedang mendaftar lagi.
   *[other] { $name } sudah diterima ✓
}
applicant-approved = { $role ->
    [mentee] <b>{ $name }</b> diterima ✓ Ia dikabari dan diajak memasang tujuan pertama.
   *[other] <b>{ $name }</b> diterima ✓ Ia dikabari dan siap dipasangkan.
}
applicant-declined = { $name } tidak diterima kali ini. Ia dikabari dengan ramah.
decline-sure = Tolak { $name } untuk { $programme }? Ia dikabari dengan ramah, tanpa alasan, dan hanya bisa mendaftar lagi dengan undangan baru.
ask-more = Apa yang ingin Anda tanyakan ke { $name }? Tulis saja; ia menjawab langsung di sini.
ask-more-sent = Terkirim ke { $name } ✓ Jawabannya datang ke sini.
question-came = { $name } dari { $programme } ingin tahu satu hal dulu:
    “{ $text }”
answer-more = { $role ->
    [mentee] Tulis jawabanmu di sini; koordinator langsung membacanya.
   *[other] Tulis jawaban Anda di sini; koordinator langsung membacanya.
}
answer-sent = { $role ->
    [mentee] Terkirim ✓ Kukabari begitu ada keputusan.
   *[other] Terkirim ✓ Anda dikabari begitu ada keputusan.
}
answer-late = Pertanyaan itu sudah lewat, keputusannya sudah ada.
answer-came = <b>{ $name }</b> menjawab: “{ $text }”
button-who-waits = Siapa lagi yang menunggu
button-approve = Setujui
button-turn-down = Tolak
button-turn-down-sure = Ya, tolak dengan ramah
button-ask-more = Tanya dulu
button-answer = Jawab
button-back-to-applicant = Kembali ke { $name }
short-question = Pertanyaan
short-answer = Jawaban

# Tim

team-title = Yang menjalankan <b>{ $programme }</b>:
team-line = { $name } · { $role ->
    [owner] pemilik
    [coordinator] koordinator
   *[other] pengamat, hanya melihat angka
}
team-more = … dan { $n } orang lagi.
team-owner = Ketuk nama untuk mengubah perannya. Menambah orang: /undang
team-not-owner = Peran hanya bisa diubah oleh pemilik.
button-seat = Ubah: { $name }
seat-which = { $name } sekarang { $role ->
    [owner] pemilik
    [coordinator] koordinator
   *[other] pengamat
}. Jadi apa?
seat-owner = Pemilik: semua, juga tim dan arsip
seat-coordinator = Koordinator: menjalankan program
seat-viewer = Pengamat: hanya angka, tanpa nama
seat-remove = Keluarkan dari tim
seat-sure = { $mine ->
    [1] Ini peran Anda sendiri.{" "}
   *[other] {""}
}{ $role ->
    [owner] Jadikan { $name } pemilik? Ia bisa mengubah tim, mengarsipkan, dan melihat jejak.
    [coordinator] Jadikan { $name } koordinator? Ia melihat peserta dan menjalankan program.
    [viewer] Jadikan { $name } pengamat? Ia hanya melihat angka dan tidak lagi melihat nama peserta.
   *[other] Keluarkan { $name } dari tim? Ia tidak bisa lagi melihat apa pun dari program ini.
}
seat-last-owner = { $name } satu-satunya pemilik, dan satu pemilik harus selalu ada. Jadikan orang lain pemilik dulu.
seat-gone = Orang itu sudah tidak di tim, jadi tidak ada yang berubah.
seat-given = Peran Anda di <b>{ $programme }</b> sekarang { $role ->
    [owner] pemilik
    [coordinator] koordinator
   *[other] pengamat: Anda melihat angka, tanpa nama
}.
seat-taken = Anda sudah tidak di tim <b>{ $programme }</b>. Terima kasih untuk semua yang sudah Anda kerjakan.

# Beberapa program

programmes-title = Program Anda:
programmes-line = { $here ->
    [1] ✓ <b>{ $name }</b>
   *[other] { $name }
} · { $role ->
    [owner] pemilik
    [coordinator] koordinator
    [viewer] pengamat
    [mentor] mentor
   *[other] mentee
}{ $stage ->
    [draft] , belum buka
    [archived] , diarsipkan
   *[other] {""}
}
programmes-one = Hanya ada satu program di sini, jadi tidak ada yang perlu dipindah.
elsewhere = Dari <b>{ $programme }</b>:
button-switch = Pindah ke { $name }
switched = Sekarang di <b>{ $name }</b>, sebagai { $role ->
    [owner] pemilik
    [coordinator] koordinator
    [viewer] pengamat
    [mentor] mentor
   *[other] mentee
}. Semua perintah berlaku untuk program ini.
switch-not-in = Program itu tidak ada di daftar Anda. Lihat daftarnya: /pindah
