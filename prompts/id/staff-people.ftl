# Meja koordinator: undangan, daftar peserta, yang tertunda, satu orang.

command-invite = Undang: tautan, kode, dan QR untuk dicetak
command-pending = Yang belum mulai, menunggu, atau belum menjawab
command-person = Cari satu orang: /orang sari

phrases-invite = undang orang, undang peserta, undang mentor, undang mentee, buat undangan, buat tautan undangan, bikin link undangan, kode undangan, lihat undangan, daftar undangan
phrases-pending = siapa yang belum mulai, siapa yang belum daftar, siapa yang belum menjawab, yang tertunda, daftar tertunda, siapa yang menunggu, lihat yang menunggu
phrases-person = cari orang, cari peserta, cari mentor, cari mentee, lihat peserta, data peserta

flow-invite = undangan
flow-find_person = mencari orang
flow-write_to = pesan
flow-pair_with = pasangan

## Undangan

invite-role-mentee = mentee
invite-role-mentor = mentor
invite-role-coordinator = koordinator
invite-role-viewer = pengamat
invite-role-owner = pemilik

button-role-mentee = Mentee
button-role-mentor = Mentor
button-role-coordinator = Koordinator
button-role-viewer = Pengamat
button-role-owner = Pemilik

invite-who = Siapa yang mau Anda undang?
short-invite-who = Diundang sebagai
invite-uses = Untuk berapa orang? Satu tautan bisa dipakai bersama, misalnya di poster atau grup. Boleh juga ketik angkanya.
short-invite-uses = Untuk
invite-people = { $n } orang
invite-days = Berlaku berapa lama? Boleh juga ketik jumlah harinya.
short-invite-days = Berlaku
invite-span = { $n } hari
invite-not-yours = Koordinator, pengamat, dan pemilik hanya bisa diundang oleh pemilik program.
invite-closed = { $programme } sudah ditutup, jadi belum ada yang bisa ikut. Buka dulu lewat /program.
invite-made = Undangan ke <b>{ $programme }</b> sebagai { $role } siap: untuk { $n } orang, sampai { $until }.
invite-link = Telegram: { $link }
invite-code = Discord: <code>/link { $token }</code> · kode di Telegram: <code>/start { $token }</code>
invite-qr = Undangan <b>{ $programme }</b> sebagai { $role }. Siap dicetak; kodenya { $token }.
invite-qr-until = Untuk { $n } orang lagi, sampai { $until }.

button-qr = QR untuk dicetak
button-invitations = Semua undangan
button-invite-new = Buat undangan
button-invite-mentee = Undang mentee
button-invitation = { $n } · { $role }
button-close-invitation = Tutup undangan ini
button-ready-text = Teks siap pakai
button-new-link = Tautan baru
button-page-before = ◀
button-page-after = ▶

invitations-none = Belum ada undangan bersama yang masih terbuka.
invitations-title = <b>Undangan yang masih terbuka: { $n }</b>
invitations-line = { $number }. { $role } · terpakai { $used } dari { $uses } · sampai { $until }
invitations-personal = { $n } undangan pribadi belum dipakai.
invitation-shared = Undangan sebagai { $role }: terpakai { $used } dari { $uses }.
invitation-personal = Undangan untuk <b>{ $name }</b> sebagai { $role }; belum dipakai.
invitation-when = { $open ->
    [yes] Dibuat { $made } oleh { $by }, berlaku sampai { $until }.
   *[no] Dibuat { $made } oleh { $by }, kedaluwarsa { $until }.
}
invitation-close = Kalau ditutup, { $n } tempat yang tersisa tidak bisa dipakai lagi. Yang sudah ikut tetap ikut.
invitation-closed = Undangan itu sudah ditutup ✓
invitation-gone = Undangan itu sudah ditutup, habis dipakai, atau tidak ada di program ini.

ready-paste = Tinggal salin dan kirim. Tautannya tidak kusimpan; kalau hilang, ketuk “Tautan baru”.
ready-new-paste = Tautan baru untuk { $name }, berlaku sampai { $until }. Yang lama tidak berlaku lagi. Tinggal salin dan kirim:
ready-quote = <pre>{ $text }</pre>
ready-text = { $role ->
    [mentee] Halo { $name }! Undanganmu ke { $programme } belum dibuka. Cari tautan yang kukirim, ketuk, lalu tekan Mulai; cuma beberapa menit. Tautannya hilang? Bilang saja, kukirim lagi.
   *[other] Halo { $name }! Undangan Anda ke { $programme } belum dibuka. Cari tautan yang saya kirim, ketuk, lalu tekan Mulai; cuma beberapa menit. Tautannya hilang? Kabari saja, nanti saya kirim lagi.
}
ready-new = { $role ->
    [mentee] Halo { $name }! Ini undanganmu ke { $programme }:
        { $link }
        Ketuk, lalu tekan Mulai; cuma beberapa menit. Di Discord: /link { $token }
   *[other] Halo { $name }! Ini undangan Anda ke { $programme }:
        { $link }
        Ketuk, lalu tekan Mulai; cuma beberapa menit. Di Discord: /link { $token }
}

## Daftar peserta (.csv, .xlsx)

people-column = { $name ->
    [name] nama
    [role] peran
    [email] email
    [label] keterangan
   *[mentor] mentor
}
people-needed = { $name ->
    [name] nama
   *[role] peran
}
people-flaw-line = baris { $line }: { $reason }
people-flaw-file = berkas: { $reason }
people-file-not-text = bukan teks UTF-8; di Excel, simpan sebagai “CSV UTF-8” atau .xlsx
people-file-no-list = bukan daftar orang: { $why }
people-file-empty = kosong; baris pertamanya menyebut kolom: nama, peran
people-file-columns = baris ini harus berisi nama kolom; kolom { $missing } belum ada, yang terbaca: { $found }
people-file-many = ada { $n } orang; paling banyak { $most }. Bagi jadi beberapa berkas
people-file-xlsx = tidak bisa dibuka; simpan lagi sebagai .xlsx tanpa kata sandi, atau sebagai CSV
people-file-huge = isinya terlalu besar untuk daftar orang; salin kolom nama dan perannya ke berkas baru
people-file-far = ada isi jauh di luar daftar, di sel { $cell }; hapus dulu, lalu simpan lagi
people-line-spilled = selnya lebih banyak dari baris pertama; nama yang ada komanya perlu tanda kutip
people-line-no-name = namanya kosong
people-line-no-role = perannya kosong; tulis mentee atau mentor
people-line-role = perannya mentee, mentor, atau koordinator, bukan '{ $role }'
people-line-long = { $column } panjangnya { $n } huruf; paling banyak { $most }
people-line-twice = { $name } sudah ada di baris { $first }; bedakan dua orang bernama sama dengan kolom keterangan
people-line-owner = { $name }: koordinator dan pemilik hanya bisa diundang oleh pemilik program

list-unreadable = Dari “{ $name }” belum ada orang yang bisa kubaca:
list-example = Contoh isinya: <code>nama,peran,email,mentor</code> lalu <code>Sari,mentee,sari@contoh.id,Budi</code>
list-read = { $wrong ->
    [0] <b>{ $name }</b>: { $n } orang, semuanya terbaca.
   *[other] <b>{ $name }</b>: { $n } orang terbaca, { $wrong } baris perlu dibetulkan:
}
list-more-flaws = … dan { $n } baris lagi.
list-fates = Baru { $new } · sudah diundang { $waiting } · sudah ikut { $there }
list-renewed = { $n } di antaranya pernah diundang, tetapi tautannya kedaluwarsa.
list-pairs = { $n } pasangan dari kolom mentor bisa langsung dibuat.
list-leavers = { $n } orang dari daftar sebelumnya tidak ada di sini. Mereka tetap ikut, kecuali Anda tandai keluar.
list-sure = Belum ada yang terjadi. Lanjut?
list-nothing = Semua orang di daftar ini sudah diundang atau sudah ikut; tidak ada yang perlu dibuat.
list-over = Daftar itu sudah selesai, diganti, atau terlalu lama menunggu. Kirim lagi berkasnya kalau masih perlu.
list-overtaken = Baru saja ada yang mengundang orang dari daftar ini. Kirim sekali lagi, supaya tidak ada yang dapat dua tautan.
list-at-work = Kukerjakan; hasilnya kukirim ke sini sebentar lagi.
list-dropped = Dibatalkan. Tidak ada yang berubah, dan isi daftarnya sudah kuhapus.
list-done = { $n } tautan baru ada di berkas ini. Kirim ke tiap orang tautannya sendiri; hanya kali ini kutunjukkan.
list-done-no-links = Selesai. Tidak ada tautan baru; keterangannya per orang ada di berkas ini.
list-done-pairs = { $n } pasangan sedang dibuat; masing-masing langsung diperkenalkan.
list-done-left = { $n } orang ditandai keluar.
list-done-next = Siapa yang belum mulai, kapan saja di /tertunda.
list-done-shut = Pendaftaran belum dibuka, jadi tautannya belum bisa dipakai. Buka dulu, baru bagikan.
list-flaws-line = baris
list-flaws-reason = yang perlu dibetulkan
list-flaws-here = { $n } baris yang perlu dibetulkan. Betulkan di berkas Anda, lalu kirim lagi; yang sudah diundang tidak dapat tautan dua kali.

button-list-go = { $n ->
    [0] Buat { $pairs } pasangan
   *[other] { $pairs ->
        [0] Undang { $n } orang
       *[other] Undang { $n }, pasangkan { $pairs }
    }
}
button-list-left = Yang tidak ada lagi: { $n }…
button-list-flaws = Semua kesalahan (CSV)
button-list-drop = Batal

left-title = <b>{ $n } orang dari daftar sebelumnya tidak ada di daftar ini.</b>
left-members = Sudah ikut ({ $n }): { $names }
left-unused = Belum pernah mulai ({ $n }): { $names }
left-then = Yang sudah ikut akan keluar dari program: pasangannya berakhir dan diberi tahu baik-baik, pengingatnya berhenti. Undangan yang belum dipakai ditutup.
button-left-yes = { $links ->
    [0] Ya, tandai { $n } keluar
   *[other] Undang { $links } dan tandai { $n } keluar
}
button-left-only = { $n ->
    [0] Hanya buat { $pairs } pasangan
   *[other] Hanya undang { $n }
}

## Yang tertunda

pending-none = Tidak ada yang tertunda ✓
pending-title = <b>Masih menunggu</b>
pending-invited = Diundang, belum mulai: <b>{ $n }</b> · paling lama { $days } hari
pending-waiting = Menunggu persetujuan Anda: <b>{ $n }</b> · paling lama { $days } hari
pending-asked = Ditanya, belum menjawab: <b>{ $n }</b> · paling lama { $days } hari
pending-line = { $what ->
    [invited] { $number }. { $name } · { $role } · { $days } hari
    [expired] { $number }. { $name } · { $role } · { $days } hari, tautannya kedaluwarsa
    [waiting] { $number }. { $name } · { $role } · { $days } hari
    [agreement] { $number }. { $name } · { $role } · kesepakatan, { $days } hari
    [checkin] { $number }. { $name } · { $role } · check-in, { $days } hari
    [session] { $number }. { $name } · { $role } · usulan sesi, { $days } hari
   *[wish] { $number }. { $name } · { $role } · permintaan jadi mentor, { $days } hari
}
button-pending = Yang tertunda
button-pending-invited = Belum mulai
button-pending-waiting = Menunggu persetujuan
button-pending-asked = Belum menjawab
button-pending-one = { $n }. { $name }

## Satu orang

person-how = Siapa yang Anda cari? Bisa juga langsung, misalnya <code>/orang sari w</code>. Salah ketik sedikit tidak apa-apa.
person-nobody = Tidak ada yang cocok dengan “{ $text }” di program ini. Coba nama panggilan atau beberapa huruf pertamanya.
find-whom = Siapa namanya? Beberapa huruf pertama sudah cukup.
everyone-none = Belum ada orang di program ini. Undang dulu, nanti muncul di sini.
everyone-title = <b>Semua orang di program ini</b> · { $more ->
    [0] { $last }
   *[other] { $first }–{ $last }
} dari { $n }
person-several = Yang mirip “{ $text }”:
person-who = { $standing ->
    [active] <b>{ $name }</b> · { $role }
    [paused] <b>{ $name }</b> · { $role } · jeda sampai { $until }
    [resting] <b>{ $name }</b> · { $role } · sedang jeda
    [enrolling] <b>{ $name }</b> · { $role } · pendaftarannya belum selesai
    [waiting] <b>{ $name }</b> · { $role } · menunggu persetujuan
   *[left] <b>{ $name }</b> · { $role } · sudah keluar
}
person-since = Ikut sejak { $since } · { $seen } · { $where }
person-seen = terakhir terlihat { $at }
person-never-seen = belum pernah terlihat
person-unreached = ⚠ Bot tidak bisa mengiriminya pesan sekarang.
person-pair = { $role ->
    [mentor] Mentor: { $name } · sejak { $since } · { $heard }
   *[other] Mentee: { $name } · sejak { $since } · { $heard }
}
person-heard = kontak terakhir { $at }
person-not-heard = belum ada kontak
person-goals = Tujuan: { $goals }
person-goal = { $percent ->
    [none] { $title }
   *[other] { $title } { $percent }%
}
person-no-goals = Belum ada tujuan yang dibagikan.
person-checkins = Check-in terisi { $k } dari { $n }
person-tickets = Permintaan bantuan yang masih terbuka: { $n }
person-gone = Orang itu tidak ada di program ini, atau sudah keluar.

button-hit = { $name } · { $role }
button-hit-same = { $name } · { $role } · #{ $number }
button-find-person = Cari nama
button-everyone = Semua orang
button-invited = { $name } (belum mulai)
button-pair-of = Pasangan: { $name }
button-applicant = Lihat pendaftarannya
button-write-to = Tulis pesan
button-pair-with = Pasangkan…
button-pause-member = Beri jeda
button-resume-member = Akhiri jeda
button-remove-member = Keluarkan…
button-person = Kartu { $name }
button-leave-it = Tidak jadi

write-what = Tulis pesan untuk { $name }. Datangnya atas nama Anda, dan jawabannya sampai ke koordinator.
write-sent = Terkirim ke { $name } ✓ Kalau sedang jam tenangnya, sampai begitu jam itu lewat.
write-unreached = { $name } tidak bisa dikirimi pesan sekarang: bot diblokir atau belum dimulai. Coba lewat email atau telepon.
staff-writes = <b>{ $name }</b>, koordinator { $programme }, menulis:
staff-words = <blockquote>{ $text }</blockquote>
button-answer-staff = Jawab

pause-member = { $role ->
    [mentee] Berapa lama { $name } rehat? Selama itu tidak ada check-in dan pengingat. { $name } diberi tahu, dan bisa lanjut kapan saja.
   *[other] Berapa lama { $name } rehat? Selama itu tidak ada ringkasan dan pengingat. { $name } diberi tahu, dan bisa lanjut kapan saja.
}
button-break = { $n } minggu
paused-done = { $name } rehat sampai { $until } ✓
paused-for-you = { $role ->
    [mentee] Koordinatormu memberi jeda sampai { $until }: tidak ada pengingat dulu. Mau lanjut lebih awal? Ketuk saja.
   *[other] Koordinator memberi Anda jeda sampai { $until }: tidak ada pengingat dulu. Mau lanjut lebih awal? Ketuk saja.
}
resumed-done = { $name } lanjut lagi ✓
resumed-already = { $name } memang sedang tidak jeda.
resumed-for-you = { $role ->
    [mentee] Jedamu sudah selesai, kata koordinatormu. Kita lanjut lagi!
   *[other] Koordinator mengakhiri jeda Anda. Kita lanjut lagi.
}

remove-member = Keluarkan <b>{ $name }</b> dari program? Pengingatnya berhenti, dan { $name } diberi tahu.
remove-partners = Pasangannya dengan { $names } berakhir: sesi yang direncanakan batal, dan mereka diberi tahu baik-baik.
remove-data = Datanya tetap milik orang itu sendiri: bisa diminta dan dihapus kapan saja. Mau kembali? Undang lagi.
button-remove-yes = Ya, keluarkan { $name }
removed-done = { $n ->
    [0] { $name } sudah keluar ✓
   *[other] { $name } sudah keluar ✓ { $n } pasangannya berakhir; mereka bisa dipasangkan lagi.
}
removed-for-you = { $role ->
    [mentee] Keikutsertaanmu di { $programme } sudah diakhiri oleh koordinator. Terima kasih sudah ikut. Salinan datamu: /dataku, menghapusnya: /hapus.
   *[other] Keikutsertaan Anda di { $programme } sudah diakhiri oleh koordinator. Terima kasih sudah membantu. Salinan data Anda: /dataku, menghapusnya: /hapus.
}

pair-with-whom = { $role ->
    [mentee] Siapa mentor untuk { $name }? Ketik namanya.
   *[other] Siapa mentee untuk { $name }? Ketik namanya.
}
pair-nobody = { $role ->
    [mentee] Tidak ada mentor yang mirip “{ $text }” di program ini.
   *[other] Tidak ada mentee yang mirip “{ $text }” di program ini.
}
pair-pick = Siapa yang dipasangkan dengan { $name }?
button-other-name = Nama lain
pair-sure = Pasangkan mentor <b>{ $mentor }</b> dengan mentee <b>{ $mentee }</b>?
pair-full = Perhatikan: { $mentor } sudah punya { $n } mentee, sanggupnya { $capacity }.
pair-other-mentors = Perhatikan: { $mentee } sudah punya mentor: { $names }.
pair-sure-then = Keduanya diperkenalkan dalam bahasanya masing-masing; kalau sedang jam tenang, sesudahnya.
button-pair-yes = Ya, pasangkan
pair-done = { $mentor } sekarang mentor { $mentee } ✓ Keduanya sedang diperkenalkan.
pair-done-already = { $mentor } memang sudah mentor { $mentee }; tidak ada yang berubah.
pair-excluded = Dua orang ini ada di daftar yang tidak boleh dipasangkan, jadi tidak kupasangkan.
