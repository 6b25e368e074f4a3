# Bantuan, kemajuan, dan daftar perintah.

flow-help_me = permintaan bantuan

help-outside = Untuk ikut program mentoring, buka tautan undangan dari koordinator, atau ketik kodenya di sini (contoh: K7QF-2M9D-XW3T-HB6P).
help-enrolling = Pendaftaran di { $programme } belum selesai. Tinggal beberapa ketukan.
help-left = { $role ->
    [mentee] Kamu sudah keluar dari { $programme }. Mau kembali? Minta undangan baru ke koordinator.
   *[other] Anda sudah keluar dari { $programme }. Mau kembali? Mintalah undangan baru.
}
help-declined = { $role ->
    [mentee] Kali ini belum ada tempat untukmu di { $programme }; itu bukan penilaian tentang dirimu. Kalau nanti dibuka lagi, undangan baru bisa dipakai di sini.
   *[other] Kali ini belum ada tempat untuk Anda di { $programme }. Kalau nanti dibuka lagi, undangan baru bisa dipakai di sini.
}
help-paused = { $role ->
    [mentee] Kamu sedang istirahat, jadi tidak ada pengingat.
   *[other] Anda sedang jeda, jadi tidak ada pengingat.
}
help-paused-until = Kita lanjut { $day }.
help-no-goal = Langkah pertama: pasang satu tujuan. Lima pertanyaan singkat, kubantu rumuskan.
help-checkin-due = Check-in minggu ini belum terisi; cuma 2 menit.
help-checkin-next = Check-in berikutnya { $next }. Mau lebih awal? Boleh.
help-checkin-done = Check-in minggu ini sudah terisi ✓ Berikutnya { $next }.
help-mentor = { $mentees ->
    [0] Anda mentor di { $programme }. Begitu ada mentee, Anda dikabari di sini.
   *[other] Mentee Anda di { $programme }: { $names }.
}
help-coordinator = Anda koordinator { $programme }. Yang butuh Anda hari ini ada di tombol pertama.
help-viewer = Anda bisa melihat angka-angka { $programme }, tanpa data pribadi peserta.
help-owner = Anda pemilik { $programme }. Yang butuh Anda hari ini ada di tombol pertama.
help-hint = { $role ->
    [mentee] Ketuk tombol, atau tulis biasa saja, misalnya “mau check in”.
   *[other] Ketuk tombol, atau tulis biasa saja, misalnya “ganti bahasa”.
}

help-me-topic = Ini soal apa? Hanya koordinator yang membaca.
help-topic-partner = { $role ->
    [mentee] Mentorku
    [mentor] Mentee saya
   *[other] Pasangan mentoring
}
help-topic-goal = { $role ->
    [mentee] Tujuan atau tugasku
   *[other] Tujuan mentee
}
help-topic-time = { $role ->
   *[other] Waktu atau jadwal
}
help-topic-unsafe = { $role ->
   *[other] Ada yang terasa tidak aman
}
help-topic-other = { $role ->
   *[other] Hal lain
}
help-me-words = { $where ->
   *[other] Ceritakan singkat saja, dengan kata-kata sendiri. Boleh dilewati.
}
help-me-words-unsafe = { $where ->
    [indonesia] Terima kasih sudah bilang. Kalau ada bahaya sekarang: telepon <b>112</b> (darurat) atau <b>119 ext 8</b> (SEJIWA, pendampingan psikologis).
   *[other] Terima kasih sudah bilang. Kalau ada bahaya sekarang: telepon nomor darurat setempat.
    }
    Mau cerita sedikit ke koordinator? Boleh dilewati; mereka tetap akan menghubungi.
help-me-sent = Terkirim ✓ Hanya koordinator yang membaca; mereka yang akan menghubungi.
help-me-open = Biasanya hari ini atau hari kerja berikutnya.
help-me-closed = Sekarang di luar jam kerja mereka; dibaca mulai { $opens }.
help-me-danger = { $where ->
    [indonesia] Bahaya tidak menunggu jam kerja: <b>112</b> (darurat) atau <b>119 ext 8</b> (SEJIWA), kapan saja.
   *[other] Bahaya tidak menunggu jam kerja: telepon nomor darurat setempat, kapan saja.
}
short-help-topic = Soal
short-help-words = Ceritanya

coordinator-help = <b>{ $name }</b> minta bantuan: { $topic ->
    [partner] pasangan mentoring
    [goal] tujuan atau tugas
    [time] waktu atau jadwal
    [unsafe] ada yang terasa tidak aman
   *[other] hal lain
}.
coordinator-help-words = “{ $text }”
coordinator-help-next = { $topic ->
    [unsafe] <b>Mohon segera:</b> hubungi { $name } langsung hari ini juga.
   *[other] Hubungi { $name } langsung, sebaiknya dalam satu hari kerja.
}

progress-goal = <b>{ $goal }</b>
    { $bar } { $percent }%{ $way ->
        [up] , naik { $change }
        [down] , turun { $change }
       *[same] {""}
    }
progress-goal-new = <b>{ $goal }</b>
    Belum ada angka; isi di check-in berikutnya.
progress-and = { $one } · { $two }
progress-ahead = lebih cepat dari rencana ({ $expected }%)
progress-on-pace = sesuai rencana ({ $expected }%)
progress-behind = rencananya { $expected }%, masih terkejar
progress-far = rencananya { $expected }%; kalau mepet, tanggalnya boleh digeser
progress-steps = { $done } dari { $all } langkah selesai
progress-due = target { $day }
progress-streak = { $n ->
    [1] Satu check-in sudah masuk: awal yang baik.
   *[other] { $n } check-in berturut-turut. 🔥
}
progress-empty = { $past ->
    [0] Belum ada tujuan, jadi belum ada yang bisa dilihat. Mulai dari satu yang kecil, yuk.
   *[other] Semua tujuanmu sudah selesai atau dilepas. Mau pasang yang baru?
}
chart-here = Ini grafik kemajuanmu.
chart-empty = Belum ada angka untuk digambar. Setelah check-in pertama, grafiknya muncul di sini.

button-checkin = Check-in
button-progress = Kemajuan
button-chart = Lihat grafik
button-my-goals = Tujuanku
button-profile = Lanjutkan pendaftaran
button-help = Bantuan
button-help-me = Minta bantuan

command-checkin = Check-in mingguan, 2 menit
command-goals = Lihat dan atur tujuan
command-progress = Kemajuanku, dengan grafik
command-feedback = Beri masukan
command-help_me = Minta bantuan koordinator
command-pause = Jeda: tidak ada pengingat dulu
command-resume = Lanjut setelah jeda
command-settings = Nama, zona waktu, jadwal, jam tenang
command-language = Ganti bahasa · Change language
command-privacy = Siapa melihat apa
command-my_data = Salinan semua data
command-edit = Perbaiki jawaban atau data
command-leave = Keluar dari program
command-erase = Hapus semua data
command-help = Bantuan dan pilihan

phrases-checkin = check in, checkin, mau check in, isi check in, lapor progres, lapor kemajuan, mau lapor, isi laporan mingguan, laporan minggu ini, update minggu ini
phrases-goals = tujuan, tujuanku, lihat tujuan, pasang tujuan, buat tujuan, tambah tujuan, ubah tujuan, target, targetku, langkahku
phrases-progress = kemajuan, kemajuanku, lihat kemajuan, progresku, lihat progres, grafik, lihat grafik, sudah sejauh mana, perkembanganku
phrases-feedback = masukan, kasih masukan, beri masukan, kritik, kritik dan saran, mau kasih saran
phrases-help_me = minta bantuan, butuh bantuan, tolong, tolong aku, hubungi koordinator, kontak koordinator, bicara dengan orang, aku tidak aman, mau lapor masalah, ada masalah, mentorku tidak membalas, mentor tidak balas, mentorku ga balas, mentorku nggak balas, menteeku tidak membalas
phrases-pause = jeda, jeda dulu, istirahat, mau istirahat, istirahat dulu, cuti, cuti dulu, libur dulu, berhenti sementara, jangan ingatkan, jangan ganggu
phrases-resume = lanjut lagi, aktif lagi, selesai jeda, sudah selesai istirahat, aku kembali
phrases-settings = pengaturan, setelan, atur, atur jadwal, ganti nama, ganti jam check in, ganti zona waktu, jam tenang, pindah kota
phrases-language = bahasa, ganti bahasa, bahasa inggris, pakai bahasa inggris, bahasa indonesia, pakai bahasa indonesia
phrases-privacy = privasi, siapa yang lihat, siapa bisa lihat dataku, siapa melihat apa, siapa yang baca, apakah aman, rahasia
phrases-my_data = dataku, minta dataku, data saya, salinan data, lihat dataku, unduh data
phrases-edit = ubah, ubah data, ubah dataku, perbaiki data, data salah, ganti jawaban, salah isi
phrases-leave = keluar, mau keluar, keluar dari program, mundur, mengundurkan diri, berhenti ikut, berhenti, aku berhenti
phrases-erase = hapus dataku, hapus data saya, hapus akun, hapus semua data, hapus semua
phrases-help = bantuan, menu, halo, hai, hi, hei, selamat pagi, selamat siang, selamat sore, selamat malam, assalamualaikum, permisi, mulai, bisa apa, kamu bisa apa, apa saja, cara pakai, cara pakainya, gimana cara pakainya, gimana caranya, aku bingung, bingung

button-desk-attention = Perlu perhatian
button-desk-figures = Angka program
button-desk-pairs = Pasangan
button-desk-match = Cocokkan
button-desk-inbox = Kotak masuk
button-desk-pending = Yang tertunda
button-desk-invite = Undang
button-desk-programme = Program
button-desk-digest = Ringkasan
