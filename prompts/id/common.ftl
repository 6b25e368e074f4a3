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

type-other = Ketik saja dengan kata-katamu sendiri. ✍️
stale = Tombol itu dari pertanyaan sebelumnya, jadi tidak mengubah apa-apa. Yang sekarang:
stale-closed = Tombol itu sudah lewat; jawabanmu yang dulu tetap aman.
back-at-start = Ini sudah pertanyaan pertama.
back-to-it = Kita lanjutkan yang tadi, ya.
cannot-skip = Yang ini perlu dijawab dulu. Mau berhenti? Ketik /batal
cancelled = Oke, { $what } dibatalkan. Mulai lagi kapan saja.
nothing-to-cancel = Tidak ada yang sedang berjalan. Ketik /bantuan untuk melihat pilihan.
amended = Perubahanmu tercatat ✓ { $answer }
amend-unclear = Perubahan pesanmu belum bisa kubaca, jadi jawaban lamamu tetap. Ketik /ubah untuk menggantinya.
edited-too-late = Pesan lama yang diubah tidak mengganti yang sudah tersimpan. Ketik /ubah kalau mau memperbaiki sesuatu.

unclear-button = Tombol itu tidak ada di pertanyaan ini.
unclear-empty = Pesanmu sepertinya kosong. Tulis beberapa kata saja.
unclear-long = Terlalu panjang ({ $length } huruf, paling banyak { $most }). Coba yang paling penting saja.
unclear-number = “{ $heard }” belum bisa kuhitung. Kirim angka { $low }–{ $high }, misalnya { $example }, atau ketuk tombolnya.
unclear-number-range = { $heard } di luar jangkauan. Kirim angka { $low }–{ $high }, misalnya { $example }.
unclear-choice = “{ $heard }” tidak ada di pilihan. Ketuk salah satu, misalnya { $example }.
unclear-count = Pilih { $least } sampai { $most }, lalu ketuk Selesai.
unclear-day = “{ $heard }” belum kukenali sebagai tanggal. Coba “{ $example }” atau “3 bulan lagi”.
unclear-clock = “{ $heard }” belum kukenali sebagai jam. Coba “19.30” atau “jam 7 malam”.
unclear-zone = Aku belum kenal “{ $heard }”. Ketik kota besar terdekat, misalnya Kupang, atau bagikan lokasi.
unclear-location = Zona waktu lokasi itu belum bisa kutebak. Ketik kota terdekat saja.
unclear-place = Lokasi tidak dibutuhkan di sini. Jawab pertanyaannya saja, ya.
unclear-kind = { $kind ->
    [voice] Pesan suara belum bisa kudengar. Tulis saja, ya.
    [photo] Foto belum bisa kubaca. Tulis saja, ya.
    [sticker] Stikernya lucu! Tapi aku cuma paham tulisan dan tombol.
    [document] Berkas belum bisa kubuka. Tulis saja, ya.
    [contact] Kontak tidak kusimpan, demi privasi. Tulis saja, ya.
    [poll] Polling belum bisa kuisi. Tulis saja, ya.
   *[other] Yang itu belum bisa kubaca. Tulis saja, ya.
}

day-meant = Maksudnya hari ini?
day-option = Ya, { $day }
day-shown = { $day }
day-outside = { $day } di luar jangkauan. Pilih tanggal dari { $first } sampai { $last }.
clock-meant = Maksudnya jam berapa?
clock-shown = { $clock }
clock-outside = Jam { $clock } kurang pas: pilih antara { $first } dan { $last }.
zone-meant = Yang mana zona waktumu?
zone-wib = WIB · Jakarta, Medan
zone-wita = WITA · Bali, Makassar, Kupang
zone-wit = WIT · Ambon, Jayapura

not-understood = Belum kupahami, tapi ini yang bisa kubantu:
unknown-command = Perintah itu tidak kukenal.
unknown-command-near = Perintah itu tidak kukenal. Maksudnya { $near }?
not-for-you = Perintah itu untuk peran lain di program ini. Ketik /bantuan untuk melihat pilihan Anda.
group-private = Urusan mentoring kita bahas berdua saja. Buka obrolan pribadi denganku, ya.
apology = Maaf, ada yang salah di pihakku, dan pesan terakhirmu belum tersimpan. Coba kirim lagi; kalau masih begini, kabari koordinatormu.

stranger = Halo! Aku Tuntun, pendamping program mentoring. 👋
    Untuk mulai, buka tautan undangan dari koordinatormu, atau ketik kodenya di sini (contoh: K7QF-2M9D-XW3T-HB6P).
token-unknown = Kode itu tidak kukenal. Coba salin ulang dari undanganmu, huruf demi huruf. Masih gagal? Minta kode baru ke koordinator.
token-used = Undangan ini sudah terpakai. Kalau bukan olehmu, minta yang baru ke koordinator; gampang kok.
token-expired = Undangan ini sudah lewat masa berlakunya. Minta yang baru ke koordinator, lalu buka lagi.
token-closed = Program dari undangan ini sudah selesai. Tanyakan ke koordinator tentang angkatan berikutnya.
already-member = Kamu sudah terdaftar di { $programme }. ✓

late = (Harusnya sampai { $at }, maaf terlambat.)
render-trouble = Ada pesan untukmu yang gagal kutampilkan. Ketik /bantuan untuk melanjutkan.
percent-with-note = { $percent }% · { $note }
