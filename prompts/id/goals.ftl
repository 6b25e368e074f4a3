# Tujuan: membuat, melihat, mengubah, menggeser, mencapai, melepas; langkah-langkahnya; pengingatnya.

flow-goal = tujuan baru
flow-goal_edit = mengubah tujuan
flow-goal_move = menggeser tanggal tujuan
flow-goal_reach = menandai tujuan tercapai
flow-goal_drop = melepas tujuan
flow-goal_step = menambah langkah

# Tujuan baru
goal-what = Misalnya:
    1. { $goal1 }
    2. { $goal2 }
    3. { $goal3 }
    Apa satu hal yang ingin kamu capai? Tulis dengan kata-katamu, atau ketuk nomornya.
goal-what-first = Sekarang tujuan pertamamu, cuma 2 menit. Misalnya:
    1. { $goal1 }
    2. { $goal2 }
    3. { $goal3 }
    Apa satu hal yang ingin kamu capai? Tulis dengan kata-katamu, atau ketuk nomornya.
goal-help-what = Tulis apa adanya dulu, misalnya “belajar Python”. Habis itu kutawarkan tiga rumusan yang lebih jelas: ada angkanya, ada tanggalnya.
button-goal-later = Nanti saja
goal-later = Oke, santai saja. Beberapa hari lagi kuingatkan; kalau keburu kepikiran, ketik /tujuan.
goal-clearer = Bagus! Biar kelihatan kapan tercapainya, bisa juga begini:
    1. { $goal1 } (sampai { $day1 })
    2. { $goal2 } (sampai { $day2 })
    3. { $goal3 } (sampai { $day3 })
    Ketuk satu, tulis versimu, atau pakai yang tadi?
goal-unsure = Tidak apa-apa, banyak yang mulai dari sini. Misalnya:
    1. { $goal1 } (sampai { $day1 })
    2. { $goal2 } (sampai { $day2 })
    3. { $goal3 } (sampai { $day3 })
    Mana yang paling menarik? Boleh juga tulis satu hal yang ingin bisa kamu lakukan.
button-keep-mine = Pakai punyaku
goal-measure = <b>{ $goal }</b>
    Apa tandanya nanti kalau sudah tercapai? Misalnya: “{ $example }”
goal-help-measure = Tanda yang baik bisa dilihat orang lain: angka, nilai, file yang jadi, orang yang memakainya. Bukan “lebih paham”, tapi “bisa kujelaskan ke 2 orang”.
button-measure-known = Sudah jelas dari tujuannya
button-use-example = Pakai contoh itu
goal-why = <b>{ $goal }</b>
    Kenapa ini penting buatmu?
goal-help-why = Bayangkan sehari setelah tercapai: apa yang berubah? Jawaban itu alasanmu, misalnya “aku bisa melamar magang tanpa minder”.
goal-due = <b>{ $goal }</b>
    Mau tercapai kapan? Ketuk, atau ketik tanggal lain (paling jauh setahun).
goal-day = { $day }
goal-day-tomorrow = Besok
goal-day-said = Tadi kamu sebut: { $day }
goal-day-fits = Pas: { $day }
goal-day-weeks-2 = +2 minggu: { $day }
goal-day-later-1 = +1 bulan: { $day }
goal-day-later-3 = +3 bulan: { $day }
goal-day-month-1 = 1 bulan: { $day }
goal-day-month-3 = 3 bulan: { $day }
goal-day-month-6 = 6 bulan: { $day }
goal-day-programme = Akhir program: { $day }
goal-day-year = Akhir tahun: { $day }
goal-step = <b>{ $goal }</b>
    Langkah pertama minggu ini apa? Yang bisa selesai sekali duduk, misalnya “{ $example }”
goal-help-step = Mulai dari yang 30 menit saja: satu pesan, satu halaman, satu latihan. Sebut harinya kalau sudah tahu, misalnya “Kamis kirim draf ke teman”.
goal-step-day = “{ $step }”: mau kamu kerjakan hari apa? Paginya kuingatkan.
goal-more-steps = Langkah apa lagi? Boleh beberapa: satu per baris, atau dengan koma. Masih muat { $room }.
goal-add-step = Langkah apa lagi untuk <b>{ $goal }</b>? Boleh beberapa: satu per baris, atau dengan koma. Masih muat { $room }.
goal-steps-room = Ada { $count } langkah, dan yang masih muat { $room }. Kirim yang terpenting saja, satu per baris.

# Kartu sebelum disimpan
goal-stack = { $above }
    { $line }
goal-card = Ini tujuanmu:
goal-card-ask = Sudah pas?
goal-line-title = <b>{ $goal }</b>
goal-line-measure = Tandanya: { $text }
goal-line-why = Alasannya: { $text }
goal-line-due = Sampai { $day }
goal-line-step = Langkah pertama: { $step }
goal-line-step-day = Langkah pertama: { $step } (kuingatkan { $day })
goal-line-further = Langkah { $at }: { $step }
goal-seen-pair = Dibaca kamu dan { $mentor }; koordinator hanya judul dan persennya.
goal-seen-mentor = Dibaca kamu dan mentormu nanti; koordinator hanya judul dan persennya.
goal-seen-private = Hanya kamu yang membacanya; koordinator cuma ikut menghitungnya.
goal-hint-result = <i>Belum ada angka atau hasil yang kelihatan. Begini juga boleh; mau diperjelas, ketuk Ubah.</i>
goal-hint-soon = <i>Langkah pertamanya masih lebih dari seminggu lagi. Ada yang bisa dimulai minggu ini?</i>
button-save-private = Simpan, hanya untukku
goal-saved = Tersimpan ✓ <b>{ $goal }</b>. Jelas dan bisa dikejar.
goal-saved-first = Mantap, tujuan pertamamu tersimpan: <b>{ $goal }</b> 🎯
goal-saved-step = Mulai dari sini: { $step }
goal-saved-step-day = Mulai dari sini: { $step }. { $day } pagi kuingatkan.
goal-next-mentor = Ceritakan ini ke { $mentor } di obrolan pertama kalian.
goal-next-checkin = Seminggu sekali kuajak check-in 2 menit untuk melihat sejauh mana.
goal-next-matching = Koordinator sedang mencarikan mentor yang cocok; kabarnya lewat sini.

# Melihat
goals-empty = { $past ->
    [0] Belum ada tujuan. Mulai dari satu yang kecil, yuk: cuma 2 menit.
   *[other] Lagi tidak ada tujuan aktif. Siap untuk yang berikutnya?
}
goals-title = Tujuanmu sekarang:
goal-standing = { $bar } { $percent }%
goal-standing-due = { $bar } { $percent }% · sampai { $day }
goal-next = Berikutnya: { $step }
goal-next-day = Berikutnya: { $step } ({ $day })
goal-all-ticked = Semua langkah sudah dicentang. Tujuannya sudah tercapai?
goal-unknown = Tujuan itu tidak ada di daftarmu. Daftarnya di sini:
goal-closed = <b>{ $goal }</b> sudah ditutup, jadi tidak diubah lagi. Catatannya tetap aman.
goal-full = Sudah ada { $most } tujuan aktif, dan itu cukup: lebih banyak malah memecah fokus. Mana yang mau dirampungkan atau dilepas dulu?

# Mengubah
goal-edit = Apa yang mau diubah dari <b>{ $goal }</b>?
goal-part-title = Tujuannya
goal-part-measure = Tandanya
goal-part-why = Alasannya
goal-part-due = Tanggalnya
goal-edit-now = Sekarang: “{ $now }”
goal-edit-title = Mau ditulis bagaimana?

# Menggeser
goal-move = <b>{ $goal }</b> rencananya sampai { $day }. Mau jadi kapan?
goal-move-why = Sip. Apa yang membuatnya perlu digeser?
goal-moved-busy = Lagi sibuk
goal-moved-bigger = Ternyata lebih besar
goal-moved-waiting = Menunggu orang lain
goal-moved-health = Sakit / keluarga
goal-moved = Oke, <b>{ $goal }</b> sekarang sampai { $day }. Menyesuaikan rencana itu bagian dari rencana.

# Tercapai
goal-reach = <b>{ $goal }</b> tercapai? Keren! Apa yang paling membantumu sampai di sini?
goal-helped-steps = Langkah kecil
goal-helped-mentor = Mentorku
goal-helped-routine = Jadwal rutin
goal-helped-friends = Teman / keluarga
button-not-yet = Eh, belum
goal-reached = <b>{ $goal }</b>: tercapai! 🎉
goal-way-weeks = { $weeks } minggu lalu ({ $day }) kamu masih di { $percent }%. Sampai di sini, itu hasil kerjamu sendiri.
goal-way-steps = { $n ->
    [1] Satu langkah kamu selesaikan untuk sampai di sini.
   *[other] { $n } langkah kamu selesaikan, satu per satu, untuk sampai di sini.
}
goal-way-measure = Dulu kamu tulis tandanya: “{ $measure }”. Sekarang sudah nyata.
goal-recipe = Yang membantu: { $helped }. Ingat resep ini untuk tujuan berikutnya.

# Melepas
goal-drop = Mau melepas <b>{ $goal }</b>? Boleh banget. Apa alasannya?
goal-dropped-priority = Ada yang lebih penting
goal-dropped-time = Waktunya tidak cukup
goal-dropped-big = Terlalu besar
goal-dropped-fit = Sudah tidak cocok
button-keep-goal = Tidak jadi
goal-or-time = Kalau soal waktu, tanggalnya bisa digeser saja. Geser <b>{ $goal }</b>, atau tetap dilepas?
goal-instead-time = Geser tanggalnya
goal-or-big = Kalau terlalu besar, bisa diperkecil saja. Perkecil <b>{ $goal }</b>, atau tetap dilepas?
goal-instead-big = Perkecil dulu
goal-dropped = Oke, <b>{ $goal }</b> dilepas. Yang sudah kamu kerjakan tetap tercatat, dan sekarang ada ruang untuk hal lain.

# Langkah
step-open = ☐ { $step }
step-ticked = ☑ { $step }
step-done = Mantap, satu langkah selesai ✓
step-undone = Oke, langkahnya kubuka lagi.
button-untick = Ternyata belum

# Kalau keadaannya sudah berubah
goal-gone = Tujuan itu sudah ditutup, jadi tidak ada yang berubah. Yang lain ada di /tujuan
goal-no-programme = Kamu belum terdaftar di program, jadi tujuannya belum bisa kusimpan. Buka dulu tautan undanganmu.
goal-too-many = Sudah ada { $most } tujuan aktif, jadi yang ini belum tersimpan. Rampungkan atau lepas satu dulu di /tujuan
steps-too-many = Satu tujuan paling banyak { $most } langkah, dan ini sudah penuh. Kalau semuanya selesai, mungkin tujuannya tercapai?

# Tombol
button-new-goal = Buat tujuan baru
button-add-step = + Langkah
button-step-done = Sudah selesai ✓
button-open-goal = Buka tujuannya
button-reached = Tercapai 🎉
button-postpone = Geser tanggal
button-drop = Lepas tujuan
button-show-private = Sembunyikan dari mentor
button-show-pair = Bagikan ke mentor

# Pengingat
remind-goal-missing = { $name }, mau mulai dari satu tujuan kecil? Lima pertanyaan pendek, contohnya sudah kusiapkan.
remind-goal-missing-again = { $name }, tujuanmu masih kosong, dan itu tidak apa-apa. Kalau bingung, tulis “belum tahu” saja; kubantu mencarinya.
remind-step-due = Hari ini jadwalmu: { $step }, untuk <b>{ $goal }</b>. Sudah sempat?
remind-goal-due = <b>{ $goal }</b> rencananya sampai { $day }. Gimana akhirnya?

# Nama jawaban di daftar ubah
short-goal-what = Tujuan
short-goal-clearer = Rumusan
short-goal-measure = Tandanya
short-goal-why = Alasannya
short-goal-due = Tanggal
short-goal-step = Langkah pertama
short-goal-step-day = Harinya
short-goal-steps = Langkah lain
short-goal-card = Lalu
short-goal-part = Bagian
short-goal-reason = Alasan
