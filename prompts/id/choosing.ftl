# Mentee memilih mentor sendiri: kartu, daftar pilihan, permintaan ke mentor, konfirmasi koordinator.

command-choose = Pilih mentor sendiri
phrases-choose = pilih mentor, mau pilih mentor, pilih mentor sendiri, cari mentor, lihat mentor, lihat daftar mentor, belum punya mentor, aku mau mentor, pilihan mentorku
flow-wish_reply = jawaban untuk mentor
flow-wish_ask = pertanyaan untuk calon mentee
flow-wish_no = jawaban untuk calon mentee
button-choose = Pilih mentor

choose-card = <b>{ $name }</b> · { $field }
choose-bio = “{ $bio }”
choose-where = { $zone } · { $locale ->
    [en] bahasa Inggris
   *[id] bahasa Indonesia
}
choose-plus = + { $why }
choose-minus = – { $why }
choose-all-seen = { $liked ->
    [0] Itu semua kartunya untuk sekarang. Belum ada yang pas? Kartu baru muncul kalau ada mentor baru.
   *[other] Itu semua kartunya untuk sekarang. Ada { $liked } di daftarmu; lihat dan tanyakan, yuk.
}
choose-nobody = Sekarang belum ada mentor yang masih punya tempat. Coba lagi beberapa hari lagi; koordinator juga mencarikan.
choose-trouble = { $why ->
    [off] Di programmu, koordinator yang mencarikan mentor. Begitu ada, kamu kukabari di sini.
    [rests] Programmu sedang tidak berjalan, jadi memilih mentor belum bisa.
    [paired] Kamu sudah punya mentor. Kalau kurang cocok, ketik /ganti_partner.
   *[away] Kamu sedang istirahat. Ketik /lanjut dulu, lalu pilih mentor.
}
choose-filled = Mentor ini baru saja penuh, atau belum bisa sekarang. Lihat yang lain dulu, ya.
choose-enough = Daftarmu sudah { $most }, itu yang paling banyak. Hapus satu kalau mau menambah.

choose-list = <b>Pilihan mentormu</b>
choose-list-empty = Daftarmu masih kosong. Lihat kartunya dulu; yang cocok, ketuk Tertarik.
choose-list-line = { $place }. { $name }{ $free ->
    [no] {" "}· belum bisa ditanya sekarang
   *[yes] {""}
}
choose-list-asked = ⏳ { $name } sudah kutanya. Jawabannya paling lambat { $until }.
choose-list-accepted = ✓ { $name } mau! Tinggal menunggu koordinator.
choose-asked = Sip, { $name } sudah kutanya. Jawabannya paling lambat { $until }; kamu kukabari di sini.
choose-not-now = { $name } belum bisa sekarang.
choose-not-now-gone = Mentor yang kamu tanya belum bisa sekarang.
choose-then-asked = Pilihanmu berikutnya, { $name }, sudah kutanya. Jawabannya paling lambat { $until }.
choose-then-wait = Yang lain di daftarmu sedang belum bisa ditanya. Besok kucoba lagi.
choose-then-rests = Daftarmu kusimpan; lanjutkan kapan saja kamu siap.
choose-no-more = Daftarmu sudah habis. Pilih lagi dari kartu, atau minta dicarikan koordinator.
choose-nobody-free = Semua di daftarmu sedang belum bisa ditanya. Besok kucoba lagi; sementara itu, lihat kartu lain.
choose-given-up = Dua minggu ini belum ada dari daftarmu yang bisa ditanya. Pilih kartu lain, atau minta dicarikan koordinator.
choose-question = { $name } bertanya: “{ $text }”
choose-question-next = Jawab singkat saja; setelah itu giliran mentor memutuskan.
choose-replied = Jawabanmu: “{ $text }”
choose-reply = { $name } bertanya: “{ $question }” Apa jawabanmu?
choose-reply-sent = Jawabanmu sampai ke { $name } ✓
choose-said-yes = { $name } mau jadi mentormu! 🌱 Tinggal satu langkah: koordinator mengonfirmasi.
choose-over = Permintaan ini sudah selesai.
choose-back-sure = Tarik permintaan ke { $name }? { $name } kukabari baik-baik, dan tidak lagi di daftarmu.
short-choose-reply = Jawabanmu

button-choose-cards = Lihat kartu
button-choose-list = Pilihanku
button-choose-count = Pilihanku ({ $n })
button-choose-yes = Tertarik
button-choose-no = Bukan untukku
button-choose-next = Berikutnya
button-choose-over = Ulang dari awal
button-choose-ask = Tanyakan { $name }
button-choose-up = ↑ { $name }
button-choose-remove = Hapus { $name }
button-choose-back = Tarik permintaan ke { $name }
button-choose-back-yes = Ya, tarik
button-choose-keep = Biarkan
button-choose-reply = Jawab

wish-card = <b>{ $name }</b> ingin Anda jadi mentornya.
wish-wants = Bidang { $field }, mencari: { $wants }
wish-goals = Tujuannya: { $goals }
wish-where = { $zone } · { $locale ->
    [en] bahasa Inggris
   *[id] bahasa Indonesia
}
wish-you-asked = Anda bertanya: “{ $text }”
wish-reply = { $name }: “{ $text }”
wish-until = Mohon dijawab sebelum { $until }. Belum bisa juga tidak apa-apa.
wish-remind = Permintaan { $name } masih menunggu jawaban Anda.
wish-replied = { $name } sudah menjawab pertanyaan Anda.
wish-gone = Permintaan ini sudah selesai, tidak perlu dijawab lagi. Terima kasih!
wish-ended-back = { $name } menarik permintaannya, jadi tidak perlu dijawab lagi. Terima kasih atas waktu Anda.
wish-ended-found = { $name } sudah punya mentor, jadi permintaannya tidak perlu dijawab lagi.
wish-ended-full = Tempat Anda kini penuh, jadi permintaan { $name } kami teruskan ke mentor lain.
wish-ended-left = { $name } tidak lagi ikut program, jadi permintaannya tidak perlu dijawab lagi.
wish-ended-time = Waktu menjawab permintaan { $name } sudah lewat, tidak apa-apa. Permintaannya kami teruskan ke mentor lain.
wish-ended-staff = Anda dan { $name } belum dipasangkan untuk sekarang. Ini keputusan koordinator, bukan karena Anda; terima kasih sudah bersedia.
wish-ended-gone = Mentee yang meminta tadi tidak lagi ikut program, jadi tidak perlu dijawab lagi.
wish-no-room = Semua tempat Anda sudah terisi atau dijanjikan. Mau menambah? Atur kapasitas dulu, lalu ketuk Terima lagi.
wish-said-yes = Terima kasih! { $name } sudah dikabari. Koordinator tinggal mengonfirmasi.
wish-paired = Anda kini mentor { $name }. Perkenalannya segera menyusul.
wish-rests = Program ini sedang tidak berjalan, jadi permintaan belum bisa diterima.
wish-ask-what = Apa yang ingin Anda tanyakan ke { $name }?
wish-asked-back = Pertanyaan Anda sampai ke { $name } ✓ Waktu Anda untuk memutuskan tidak berkurang.
wish-asked-already = Pertanyaan Anda sebelumnya belum dijawab { $name }. Tunggu sebentar, atau putuskan sekarang.
wish-no-why = Boleh tahu kenapa { $name } belum bisa Anda terima? Tidak disimpan dan tidak disampaikan, hanya supaya kami bisa membantu.
wish-no-full = Sudah cukup banyak mentee
wish-no-time = Sedang sibuk
wish-no-fit = Bukan bidang saya
wish-no-other = Hal lain
wish-no-done = Terima kasih sudah menjawab. { $name } hanya dikabari “belum bisa sekarang”.
short-wish-ask = Pertanyaan
short-wish-no = Alasan

button-wish-yes = Terima
button-wish-ask = Tanya dulu
button-wish-no = Belum bisa
button-wish-card = Lihat permintaan

coordinator-wish = <b>{ $name }</b> memilih { $mentor } sebagai mentor, dan { $mentor } mau. Pasangkan?
coordinator-wish-again = <b>{ $name }</b> dan { $mentor } sama-sama mau, dan masih menunggu Anda. Pasangkan?
own-choice = { $state ->
    [off] Mentee tidak memilih mentor sendiri di program ini.
    [both] Mentee boleh memilih mentor. Begitu keduanya mau, mereka langsung berpasangan.
   *[coordinator] Mentee boleh memilih mentor. Setelah keduanya mau, Anda yang mengonfirmasi.
}
own-choice-waiting = Menunggu Anda: { $mentee } × { $mentor }
own-choice-over = Permintaan ini sudah diputuskan.
own-choice-paired = { $mentee } dan { $mentor } berpasangan ✓ Keduanya segera dikenalkan.
own-choice-paired-already = { $mentee } dan { $mentor } sudah berpasangan.
own-choice-left = Oke, { $mentee } dan { $mentor } belum dipasangkan. Keduanya dikabari baik-baik.
own-choice-away = { $mentee } atau { $mentor } tidak lagi ikut program.
own-choice-has-mentor = { $mentee } sudah punya mentor lain, jadi tidak dipasangkan dengan { $mentor }.
own-choice-apart = { $mentee } dan { $mentor } tidak bisa dipasangkan: pernah berpasangan, atau ditandai jangan dipasangkan.
own-choice-full = Tempat { $mentor } sudah penuh. Minta { $mentor } menambah kapasitas, atau pilih Jangan dulu untuk { $mentee }.
button-own-choice = Pilihan sendiri
button-own-choice-on = Izinkan memilih sendiri
button-own-choice-off = Jangan izinkan lagi
button-own-choice-both = Tanpa konfirmasi saya
button-own-choice-coordinator = Saya yang mengonfirmasi
button-wish-pair = Pasangkan
button-wish-leave = Jangan dulu
button-wish-pair-two = Pasangkan { $mentee } × { $mentor }
button-wish-leave-two = Jangan dulu { $mentee } × { $mentor }
