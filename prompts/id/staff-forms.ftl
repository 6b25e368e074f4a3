# Formulir koordinator: daftar, pratinjau, hasil, kirim, tautan; dan mengisi formulir buatan koordinator.

command-form = Formulir: lihat hasil, kirim, buat sendiri
phrases-form = formulir, daftar formulir, kelola formulir, hasil formulir, lihat hasil formulir, buat formulir, kirim formulir, hasil survei, buat survei
flow-form = formulirnya
flow-form_desk = formulir
flow-form_try = mencoba formulir

forms-title = { $n ->
   *[other] <b>{ $n } formulir.</b> Ketuk satu untuk pratinjau, hasil, atau mengirimnya.
}
form-line = { $state ->
    [retired] <b>{ $title }</b> · tidak ditanyakan lagi · { $n } jawaban
   *[kept] <b>{ $title }</b>{ $version ->
        [0] {""}
       *[other] {" "}(versi { $version })
    } · { $when } · { $n } jawaban
}
form-when-own = saat Anda mengirimnya
form-when-feedback = kapan saja, lewat /masukan
form-when-after-session = setelah tiap sesi
form-when-pulse = hari ke-30, lalu tiap 60 hari
form-when-midway = di tengah masa pendampingan
form-when-closing = di akhir masa pendampingan
form-when-goal-view = sebulan sekali, hanya mentor
form-when-other = pada waktunya sendiri

form-card = <b>{ $title }</b>
    { $questions } pertanyaan · { $n } jawaban sejauh ini
form-card-when = Ditanyakan: { $when }.
form-card-version = { $number ->
    [0] Bawaan Tuntun
   *[other] Versi { $number }
}
form-card-retired = Formulir ini sedang tidak dipakai. Hasilnya tetap bisa Anda lihat.
form-which = Formulir yang mana?
form-unknown = Formulir “{ $name }” tidak ada atau sedang tidak dipakai. Pilih dari daftar:

form-new = Buat formulir sendiri dalam satu berkas .toml: ambil contohnya, ganti pertanyaannya di aplikasi catatan apa pun, lalu kirim berkasnya ke sini.
    Belum ada yang tersimpan sebelum Anda lihat pratinjaunya.
form-example = Ini contohnya, lengkap dengan penjelasan. Ganti isinya, lalu kirim balik ke sini.

form-preview = <b>{ $title }</b> · { $n } pertanyaan{ $version ->
    [0] {""}
   *[other] {" "}· versi { $version }
}
form-question = <b>{ $n }.</b> { $text }
    ▫️ { $answer }
form-answer = { $kind ->
    [number] angka { $low } sampai { $high }
    [date] tanggal
   *[text] kata-kata sendiri
}
form-question-when = (hanya kalau { $when })
form-question-optional = (boleh dilewati)
form-preview-thanks = Penutup: { $text }
form-tried = Itu tadi hanya coba-coba; jawaban Anda tidak disimpan.
form-same = Isinya persis sama dengan { $name } versi { $n } yang sudah dipakai. Tidak ada yang berubah.
form-kept = Tersimpan ✓ { $name } versi { $n } siap ditanyakan.{ $n ->
    [1] {""}
   *[other] {" "}Yang sedang mengisi versi lama boleh menyelesaikannya.
}
form-dropped = Dibuang: { $name }. Tidak ada yang tersimpan.
form-offer-over = { $name } sudah Anda simpan atau buang tadi.
form-retire = <b>{ $title }</b> tidak akan ditanyakan lagi, dan tautannya berhenti bekerja. { $n ->
    [0] Belum ada jawaban.
   *[other] { $n } jawaban tetap tersimpan dan bisa dilihat.
} Bisa Anda pakai lagi kapan saja.
form-state = { $state ->
    [retired] { $name } tidak ditanyakan lagi ✓
   *[active] { $name } dipakai lagi ✓
}

form-send = <b>{ $title }</b>: untuk siapa? { $about ->
    [partner] Formulir ini bertanya tentang pasangannya, jadi hanya untuk yang sudah berpasangan.
   *[all] Sebelum terkirim, Anda lihat dulu berapa orang.
}
    Atau ketik, misalnya: <code>/formulir kirim { $name } ke mentees</code>
form-send-long = Saringannya terlalu panjang untuk sekali ketik. Pilih dulu dari sini:
form-send-never = Formulir itu datang sendiri ({ $when }), jadi tidak perlu dikirim.
form-link = <b>{ $title }</b>: cetak atau tempel kode ini; yang sudah ikut program langsung bisa mengisi.
    { $link }
    Bisa juga diketik: <code>{ $token }</code>. Berlaku sampai { $until }.

form-results = <b>{ $title }</b> · { $people ->
    [0] belum ada yang menjawab
   *[other] { $people } orang menjawab
}
form-results-none = Begitu ada jawaban, ringkasannya muncul di sini.
form-results-few = Ringkasan terbuka mulai { $least } orang, supaya jawaban siapa pun tidak tertebak.
form-versions = Jawaban per versi: { $counts }
form-version-n = v{ $version } { $n }
form-result = <b>{ $n }.</b> { $text }
    { $answer }
form-sum-mean = rata-rata { NUMBER($mean, maximumFractionDigits: 1) }{ $unit } dari { $high }{ $unit } ({ $n } jawaban)
form-sum-most = terbanyak: { $label } ({ $percent }%) dari { $n } jawaban
form-sum-words = { $kind ->
    [date] tanggal, tidak diringkas
   *[text] { $n } komentar
}
form-sum-withheld = belum sampai { $least } orang
form-bar = { $bar } { $percent }% ({ $count }) { $label }
form-own-words = Jawaban lain
form-comments = <b>{ $text }</b> ({ $n })
form-comment = “{ $words }”
form-comments-none = Belum ada yang menulis komentar.
form-chart = { $title } · { $people } orang
form-csv = { $title }: ringkasan dari { $people } orang, tanpa nama. Pertanyaan yang dijawab kurang dari 5 orang dikosongkan.
form-csv-head = kunci, pertanyaan, jawaban, jumlah, persen, n, rata-rata
form-csv-withheld = belum sampai 5 orang

form-too-big = “{ $name }” terlalu besar untuk formulir; paling besar { $most } KB.
form-no-text = “{ $name }” bukan berkas teks. Simpan sebagai .toml dengan pengodean UTF-8, lalu kirim lagi.
form-problems = { $n ->
   *[other] <b>{ $name }</b> belum bisa dipakai; { $n } hal perlu diperbaiki:
}
form-problems-more = … dan { $n } lagi.
form-problems-next = Perbaiki, lalu kirim lagi berkasnya. Yang lama tidak berubah.
form-problem = • { $place }: { $what }
form-at = { $part }
form-at-whole = seluruh formulir
form-at-question = pertanyaan { $n } ({ $name }){ $part ->
    [none] {""}
   *[other] , { $part }
}
form-not-toml = • baris { $line }, huruf ke-{ $column }: belum bisa dibaca. Di situ tertulis: <code>{ $text }</code>. Biasanya tanda kutip atau tanda = yang kurang.
form-wrong-missing = wajib ada, tapi belum ditulis
form-wrong-extra = tidak dikenal; mungkin salah ketik
form-wrong-slug = “{ $option }” tidak bisa dipakai: pakai huruf kecil, angka, dan tanda -, dimulai huruf, paling banyak 24
form-wrong-long = terlalu panjang, paling banyak { $most } huruf
form-wrong-empty = masih kosong
form-wrong-many = terlalu banyak, paling banyak { $most }
form-wrong-kind = “{ $heard }” bukan jenis pertanyaan; yang ada: { $kinds }
form-wrong-least = paling kecil { $least }
form-wrong-type = { $wanted ->
    [text] harus teks di dalam tanda kutip, bukan { $heard }
    [number] harus angka bulat tanpa tanda kutip, bukan { $heard }
    [yes-no] harus true atau false, bukan { $heard }
    [list] harus daftar dalam [ ], bukan { $heard }
   *[table] harus berisi id = "…" dan en = "…", bukan { $heard }
}
form-wrong-other = { $what }
form-wrong-place = { $name } tidak dikenal; yang bisa diisi hanya {"{"}partner{"}"}
form-wrong-options = { $kind } butuh 2 sampai 12 pilihan
form-wrong-bounds = low harus lebih kecil dari high
form-wrong-labels = labels harus tepat { $n }, satu untuk tiap angka
form-wrong-when = when ditulis seperti "kunci <= 2", "kunci = yes", "kunci has pilihan", atau "kunci is given"
form-wrong-twice = kunci “{ $name }” dipakai dua kali
form-wrong-order = “{ $name }” bergantung pada “{ $of }”, padahal itu belum ditanyakan sebelumnya
form-wrong-taken = “{ $name }” nama formulir bawaan; pilih nama lain
form-wrong-goal = {"{"}goal{"}"} hanya untuk formulir bawaan; pakai {"{"}partner{"}"} atau hapus
form-wrong-buttons = jadi { $n } tombol; paling banyak { $most }. Perbesar step, atau pakai kind = "number"
form-wrong-never = “{ $when }” tidak akan pernah terjadi; periksa jenis dan pilihan “{ $of }”

form-gone = { $role ->
    [mentee] Formulir ini sudah ditutup. Makasih sudah mau mengisi!
   *[other] Formulir ini sudah ditutup. Terima kasih sudah mau mengisi.
}
form-no-partner = { $role ->
    [mentee] Formulir ini tentang pasangan mentoring, dan kamu belum punya. Nanti kukabari, ya.
   *[other] Formulir ini tentang pasangan mentoring, dan Anda belum punya.
}
form-which-partner = { $title }: tentang siapa?
form-given = { $role ->
    [mentee] <b>{ $title }</b> sudah kamu isi { $day }. Ada yang mau diubah?
   *[other] <b>{ $title }</b> sudah Anda isi { $day }. Ada yang mau diubah?
}
form-unchanged = Jawabannya tetap seperti semula ✓
form-too-late = Jawaban itu sudah lewat seminggu, jadi tidak bisa diubah lagi.
form-link-stranger = Formulir ini untuk peserta { $programme }. Sudah punya undangan? Buka dulu tautannya, lalu kembali ke sini. Belum? Tanyakan ke koordinator.
form-link-elsewhere = Formulir ini dari { $programme }, bukan program yang sekarang dibuka. Kalau ikut di sana juga, pindah dulu ke program itu, lalu buka tautannya lagi.
form-link-over = Tautan formulir ini sudah lewat masa berlakunya. Minta yang baru ke koordinator.

button-forms = Semua formulir
button-form-new = + Buat formulir
button-form-example = Ambil contoh
button-form-preview = Pratinjau
button-form-results = Hasil
button-form-send = Kirim…
button-form-link = Tautan & QR
button-form-card = ‹ Formulir
button-form-retire = Berhenti dipakai
button-form-restore = Pakai lagi
button-form-try = Coba isi
button-form-back = ‹ Pratinjau
button-form-keep = { $n ->
    [1] Simpan { $name }
   *[other] Simpan sebagai versi { $n } dari { $name }
}
button-form-drop = Buang
button-form-comments = Komentar
button-form-chart = Grafik
button-form-csv = Unduh CSV
button-form-fine = Sudah pas
button-form-to-all = Semua
button-form-to-mentees = Semua mentee
button-form-to-mentors = Semua mentor
button-form-to-mentees-paired = Mentee berpasangan
button-form-to-mentors-paired = Mentor berpasangan
button-in-id = Bahasa Indonesia
button-in-en = English
button-before = ‹ Sebelumnya
button-after = Berikutnya ›
