# Mencocokkan: tiga terbaik untuk seseorang, semua sekaligus sebagai draf, kenapa dan kenapa tidak.

command-match = Cocokkan mentee dan mentor
phrases-match =
    cocokkan
    cocokkan semua
    cari mentor untuk mentee
    pasangkan semua mentee
    siapa yang cocok

match-overview = <b>Mencocokkan</b>
    { $waiting } mentee menunggu · { $places } tempat pada { $mentors } mentor
match-has-draft = Ada draf yang menunggu Anda: { $n } pasangan.
match-choosing = { $n } mentee sudah memilih mentor sendiri dan menunggu jawaban; mereka tidak ikut dicocokkan.
match-no-mentee = Belum ada mentee atau mentor yang terdaftar, jadi belum ada yang bisa dicocokkan. Undang dulu, ya.
match-nobody-waits = Semua mentee yang aktif sudah punya mentor.
match-hint = Juga: /cocokkan saran NAMA, /cocokkan kenapa NAMA, NAMA, /cocokkan pisahkan NAMA, NAMA
match-nothing = Belum bisa dicocokkan: { $waiting } mentee menunggu, { $places } tempat kosong. Undang mentor, atau minta mentor menambah kapasitasnya.
match-aim = { $waiting } mentee, { $places } tempat. Mana yang lebih penting?
    Hasilnya draf dulu; belum ada yang dikabari.
match-aim-locked = { $n ->
    [0] Draf yang sekarang diganti.
   *[other] { $n } pasangan yang Anda kunci tetap; sisanya dihitung ulang.
}
match-running = Kuhitung dulu semuanya…
match-drafted = { $n ->
    [0] Belum ada yang bisa dipasangkan.
   *[other] <b>{ $n } pasangan</b> siap ditinjau, rata-rata cocok { $mean } dari 100.
}
match-drafted-left = { $pairs ->
    [0] { $n } mentee belum dapat; ketuk untuk melihat alasannya.
   *[other] { $n } mentee belum dapat; alasannya ada di draf.
}
match-draft-waits = Belum ada yang dikabari. Kunci yang sudah pas, lepas yang tidak, lalu terbitkan.
match-no-draft = Tidak ada draf yang terbuka.
match-overtaken = Sementara kuhitung, drafnya sudah berubah. Tidak kutimpa; lihat dulu yang sekarang.
match-draft = <b>Draf</b> · { $n } pasangan, { $locked } terkunci · { $mode ->
    [most] sebanyak mungkin
   *[fit] paling cocok
}
match-row = { $place }. { $mentee } → { $mentor } · cocok { $points }{ $locked ->
    [0] { "" }
   *[other] { " · terkunci" }
}
match-row-why = { $row }
    { "  " }{ $why }
match-left = { $n } mentee belum dapat mentor:
match-left-row = { $name } · { $why ->
    [none] tidak ada tempat kosong
    [room] tempat yang ada lebih cocok untuk yang lain
    [points] belum ada yang cukup cocok
   *[nobody] tidak ada mentor yang bisa (jam, pengecualian, atau pernah berpasangan)
}
match-publish = { $n ->
    [0] Belum ada pasangan yang bisa diterbitkan.
   *[other] <b>{ $n } pasangan</b> akan jadi nyata. Kedua pihak dikabari dalam bahasanya (kalau sedang jam tenang, sesudahnya): mentee diajak menyapa lebih dulu, mentor mendapat tujuan mentee-nya.
}
match-fallen = Gugur: { $mentee } → { $mentor }. { $why }
match-publishing = Kuterbitkan…
match-published = { $n ->
    [0] Tidak ada pasangan yang bisa diterbitkan.
   *[other] <b>{ $n } pasangan</b> sudah jadi. Kedua pihak dikabari di jam yang baik.
}
match-published-fallen = { $n } pasangan gugur karena keadaannya sudah berubah.
match-throw = Buang draf dengan { $n } pasangan? Tidak ada yang dikabari.
match-who = Siapa? Untuk “{ $text }” tidak kutemukan mentee atau mentor.
match-which = Yang mana “{ $text }”?
match-not-two = { $verb ->
    [exclude] Siapa yang tidak boleh dipasangkan?
    [pair] Siapa dengan siapa?
   *[explain] Kenapa siapa dengan siapa?
} Dari “{ $text }” belum kutemukan satu mentee dan satu mentor. Tulis misalnya: /cocokkan kenapa Sari, Budi
match-best-for = <b>{ $n } yang paling cocok untuk { $name }</b>
match-none-for = Belum ada yang bisa untuk <b>{ $name }</b>.
match-none-why = { $limit ->
    [left] Sudah keluar dari program.
    [joining] Belum selesai mendaftar, atau masih menunggu persetujuan.
    [paused] Sedang jeda.
    [taken] Sudah punya mentor.
    [choosing] Sudah memilih mentor sendiri dan menunggu jawaban.
    [full] Tempatnya sudah penuh.
   *[other] Tidak ada yang bisa sekarang: jamnya tidak bertemu, pernah berpasangan, atau tidak ada tempat.
}
match-candidate = <b>{ $place }. { $name }</b> · { $points } dari 100
match-plus = + { $why }
match-minus = − { $why }
match-why-subjects = yang dicari ada: { $things }
match-why-words = sama-sama bicara soal { $words }
match-why-field = bidangnya sama: { $field }
match-why-skills = sama-sama ingin soal { $things }
match-why-hours = { $n } jam luang yang sama tiap minggu
match-why-kinds = sama-sama bisa lewat { $things }
match-why-language = bahasanya sama
match-gap-subjects = belum tertutup: { $things }
match-gap-words = tujuannya jauh dari pengalaman mentor
match-gap-field = bidangnya beda: { $mentee } dan { $mentor }
match-gap-skills = kemampuan yang ingin diasah beda
match-gap-hours = { $n ->
    [0] tidak ada jam luang yang sama
   *[other] hanya { $n } jam luang yang sama
}
match-gap-kinds = cara bertemu yang disukai beda
match-gap-language = bahasanya beda
match-limit = { $limit ->
    [same] Itu orang yang sama.
    [left] Salah satunya sudah keluar.
    [joining] Salah satunya belum selesai mendaftar.
    [paused] Salah satunya sedang jeda.
    [choosing] Mentee-nya sudah memilih mentor sendiri dan menunggu jawaban.
    [full] Mentornya sudah penuh.
    [taken] Mentee-nya sudah punya mentor.
    [paired] Mereka sudah berpasangan.
    [before] Mereka pernah berpasangan dan sudah selesai.
    [excluded] Mereka ada di daftar yang tidak dipasangkan.
    [hours] Jam luangnya tidak bertemu.
   *[other] Tidak ada yang menghalangi.
}
match-two = <b>{ $mentee } → { $mentor }</b> · { $points } dari 100
match-part = { $part ->
    [subjects] Yang dicari
    [words] Tujuan dan pengalaman
    [field] Bidang
    [skills] Kemampuan
    [hours] Jam luang
    [kinds] Cara bertemu
   *[language] Bahasa
}: { $value } dari 100, bobot { $weight }
match-pair-sure = Jadikan pasangan? Keduanya dikabari; kalau sedang jam tenang, sesudahnya.
match-exclude = { $mentee } dan { $mentor } tidak akan dipasangkan. Hanya pengelola yang melihat ini; keduanya tidak.
match-apart = Yang tidak dipasangkan (hanya pengelola yang melihat):
match-apart-row = { $mentee } × { $mentor }
match-apart-none = Belum ada yang dikecualikan.
match-csv-mentee = mentee
match-csv-mentor = mentor
match-csv-score = nilai
match-csv-state = keadaan
match-csv-reasons = alasan
match-csv-row = { $state ->
    [locked] terkunci
   *[proposed] usulan
}
match-csv-here = { $n } pasangan dari draf ini.

button-match = ‹ Mencocokkan
button-match-for = Saran untuk { $name }
button-match-run = Cocokkan semua
button-match-draft = Lihat draf
button-match-apart = Yang tidak dipasangkan
button-match-aim-fit = Paling cocok
button-match-aim-most = Sebanyak mungkin dapat
button-match-who = { $name } · { $role ->
    [mentor] mentor
   *[mentee] mentee
}
button-match-two = { $mentee } → { $mentor }
button-match-pair = Pasangkan: { $name }
button-match-pair-yes = Ya, jadikan pasangan
button-match-why = Kenapa?
button-match-keep-apart = Jangan dipasangkan
button-match-exclude = Ya, jangan dipasangkan
button-match-together = Boleh lagi: { $mentee } × { $mentor }
button-match-row = { $place }. { $mentee } → { $mentor }
button-match-lock = Kunci
button-match-loose = Buka kunci
button-match-drop = Lepas
button-match-publish = Terbitkan { $n } pasangan
button-match-publish-yes = Ya, terbitkan { $n } pasangan
button-match-again = Hitung lagi sisanya
button-match-csv = CSV
button-match-left = { $n } belum dapat
button-match-throw = Buang draf
button-match-throw-yes = Ya, buang
