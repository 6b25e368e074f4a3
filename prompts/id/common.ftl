# Kata-kata umum: tombol, jawaban yang belum jelas, orang baru, hal tak terduga.

numbered = { $text } ({ $at } dari { $of })
answered = ✓ { $answer }
skipped = dilewati
ticked = ✓ { $label }
listed = { $items }
nothing-ticked = tidak ada
edit-answer = { $question }: { $answer }
edit-which = Mana yang mau diubah? Jawaban lain tetap tersimpan.

button-yes = Ya
button-no = Tidak
button-back = ‹ Kembali
button-skip = Lewati
button-save = Simpan
button-edit = Ubah
button-other = Lainnya…
button-other-city = Kota lain…
button-done-count = { $n ->
    [0] Selesai
   *[other] Selesai ({ $n })
}
button-go-on = Lanjut
button-go-on-with = Lanjut: { $what }
button-cancel = Batalkan
button-none-of-these = Bukan itu
button-help-phrase = Bantu rumuskan
button-fill-page = Isi sekaligus

type-other = Ketik saja dengan kata-kata sendiri. ✍️
type-city = Ketik saja nama kotanya, misalnya Kupang.
type-day = Ketik saja tanggalnya, misalnya “20 Desember” atau “3 bulan lagi”.
type-clock = Ketik saja jamnya, misalnya “19.30”.
stale = Tombol itu dari pertanyaan sebelumnya, jadi tidak mengubah apa-apa. Yang sekarang:
stale-closed = Tombol itu sudah lewat; jawaban yang dulu tetap aman.
back-at-start = Ini sudah pertanyaan pertama.
back-to-it = Kita lanjutkan yang tadi, ya.
cannot-skip = Yang ini perlu dijawab dulu. Mau berhenti? Ketik /batal
cancelled = Oke, dibatalkan: { $what }. Mulai lagi kapan saja.
nothing-to-cancel = Tidak ada yang sedang berjalan. Ketik /bantuan untuk melihat pilihan.
amended = Perubahan tercatat ✓ { $answer }
amend-unclear = Perubahan pesan itu belum terbaca, jadi jawaban lama tetap berlaku. Ketik /ubah untuk menggantinya.
edited-too-late = Pesan lama yang diubah tidak mengganti yang sudah tersimpan. Ketik /ubah kalau mau memperbaiki sesuatu.

unclear-button = Tombol itu tidak ada di pertanyaan ini.
unclear-empty = Pesannya sepertinya kosong. Tulis beberapa kata saja.
unclear-long = Terlalu panjang ({ $length } huruf, paling banyak { $most }). Coba yang paling penting saja.
unclear-number = “{ $heard }” belum bisa kuhitung. Kirim angka { $low }–{ $high }, misalnya { $example }{ $buttons ->
    [0] .
   *[other] , atau ketuk tombolnya.
}
unclear-number-range = { $heard } di luar jangkauan. Kirim angka { $low }–{ $high }, misalnya { $example }.
unclear-choice = “{ $heard }” tidak ada di pilihan. Ketuk salah satu, misalnya “{ $example }”.
unclear-few = Pilih paling sedikit { $least }, lalu ketuk Selesai.
unclear-many = Paling banyak { $most }. Ketuk satu yang tercentang untuk membatalkannya.
unclear-day = “{ $heard }” belum terbaca sebagai tanggal. Coba “{ $example }” atau “3 bulan lagi”.
unclear-clock = “{ $heard }” belum terbaca sebagai jam. Coba “19.30” atau “jam 7 malam”.
unclear-zone = “{ $heard }” belum dikenal. Ketik kota besar terdekat, misalnya Kupang, atau bagikan lokasi.
unclear-location = Zona waktu lokasi itu belum bisa ditebak. Ketik kota terdekat saja.
unclear-place = Lokasi tidak dibutuhkan di sini. Jawab pertanyaannya saja, ya.
unclear-kind = { $kind ->
    [voice] Pesan suara belum bisa didengar di sini. Tulis saja, ya.
    [photo] Foto belum bisa dibaca di sini. Tulis saja, ya.
    [sticker] Stikernya lucu! Tapi yang terbaca di sini hanya tulisan dan tombol.
    [document] Berkas belum bisa dibuka di sini. Tulis saja, ya.
    [contact] Kontak tidak disimpan, demi privasi. Tulis saja, ya.
    [poll] Polling belum bisa diisi di sini. Tulis saja, ya.
   *[other] Yang itu belum bisa dibaca di sini. Tulis saja, ya.
}

day-meant = Maksudnya tanggal ini?
day-option = Ya, { $day }
day-shown = { $day }
day-outside = { $day } di luar jangkauan. Pilih tanggal dari { $first } sampai { $last }.
clock-meant = Maksudnya jam berapa?
clock-shown = { $clock }
clock-outside = Jam { $clock } kurang pas: pilih antara { $first } dan { $last }.
zone-meant = Zona waktunya yang mana?
zone-wib = WIB · Jakarta, Medan
zone-wita = WITA · Bali, Makassar, Kupang
zone-wit = WIT · Ambon, Jayapura

not-understood = Belum paham maksudnya, tapi ini yang bisa dibantu:
unknown-command = Perintah itu tidak ada.
unknown-command-near = Perintah itu tidak ada. Maksudnya { $near }?
not-for-you = Perintah itu untuk peran lain di program ini. Ketik /bantuan untuk melihat pilihan.
group-private = Urusan mentoring kita bahas berdua saja. Buka obrolan pribadi dengan bot ini, ya.
apology = Maaf, ada yang salah di sini, dan pesan terakhir belum tersimpan. Coba kirim lagi; kalau masih begini, kabari koordinator.

stranger = Halo! Aku Tuntun, pendamping program mentoring. 👋
    Untuk mulai, buka tautan undangan dari koordinator, atau ketik kodenya di sini (contoh: K7QF-2M9D-XW3T-HB6P).
token-unknown = Kode itu tidak dikenal. Coba salin ulang dari undangannya, huruf demi huruf. Masih gagal? Minta kode baru ke koordinator.
token-used = Undangan ini sudah terpakai. Kalau dipakai orang lain, minta yang baru ke koordinator; gampang, kok.
token-expired = Undangan ini sudah lewat masa berlakunya. Minta yang baru ke koordinator, lalu buka lagi.
token-closed = Program dari undangan ini sudah selesai. Tanyakan ke koordinator tentang angkatan berikutnya.
already-member = Sudah terdaftar di { $programme } ✓

late = (Harusnya sampai { $at }, maaf terlambat.)
render-trouble = Ada pesan yang gagal ditampilkan. Ketik /bantuan untuk melanjutkan.
percent-with-note = { $percent }% · { $note }
