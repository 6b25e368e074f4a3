# Pengaturan, dan memperbaiki yang diketahui bot.

flow-set_name = mengganti nama
flow-set_zone = mengganti zona waktu
flow-set_checkin = mengatur jadwal check-in
flow-set_quiet = mengatur jam tenang
flow-language = mengganti bahasa
flow-edit = memperbaiki data

settings = { $role ->
    [mentee] Ini pengaturanmu; di tempatmu sekarang { $clock }. Ketuk yang mau diubah.
   *[other] Pengaturan Anda; di tempat Anda sekarang { $clock }. Ketuk yang ingin diubah.
}
button-set-name = Nama: { $name }
button-set-language = Bahasa: Indonesia
button-set-zone = Zona: { $zone }
button-set-checkin = Check-in: { $day }, { $clock }
button-set-quiet = Jam tenang: { $start }–{ $end }
button-set-quiet-none = Jam tenang: tidak ada
button-settings = Pengaturan

set-name = { $role ->
    [mentee] Mau dipanggil siapa? Sekarang: { $name }.
   *[other] Ingin dipanggil siapa? Sekarang: { $name }.
}
set-zone = Sekarang ikut jam mana? Bisa juga ketik nama kota.
set-checkin-day = Check-in mingguan enaknya hari apa?
set-checkin-clock = Tiap { $day }, jam berapa?
set-quiet = Kapan bot tidak boleh mengirim apa-apa?
quiet-hours = { $start }–{ $end }
quiet-own = Jam lain…
quiet-none = Boleh kapan saja
set-quiet-from = Mulai jam berapa?
set-quiet-until = Dari { $start } sampai jam berapa?
set-quiet-checkin = Check-in jam { $clock } jadi masuk jam tenang. Pindah ke jam berapa?
clock-quiet = { $clock } masuk jam tenang ({ $start }–{ $end }). Pilih jam di luar itu, atau ubah jam tenangnya di /pengaturan.
clock-quiet-length = { $start }–{ $end } terlalu panjang: paling lama { $hours } jam, supaya masih ada waktu untuk berkabar.
language = Bahasa apa? · Which language?
language-id = Bahasa Indonesia
language-en = English

edit-what = { $role ->
    [mentee] Apa yang mau kamu betulkan?
   *[other] Apa yang ingin Anda perbaiki?
}
edit-now = { $text } Sekarang: { $now }.
edit-name = Nama
edit-zone = Zona waktu
edit-checkin = Jadwal check-in
edit-goals = Tujuan
edit-answers = Jawaban check-in
edit-field = Bidang
edit-wants = Yang ingin dipelajari
edit-skills = Kemampuan
edit-hard = Yang masih ribet
edit-kinds = Cara ngobrol
edit-days = Hari luang

short-day = Hari check-in
short-quiet = Jam tenang
short-quiet-from = Mulai
short-quiet-until = Sampai jam
short-language = Bahasa
short-edit-what = Yang diubah
