# Jalur antara mentor dan mentee, dan beberapa akun milik satu orang.

command-talk = Ngobrol dengan pasangan mentoring lewat bot
command-tell = Kirim satu pesan ke pasangan mentoring
command-mute = Pesan pasangan tanpa bunyi, atau berbunyi lagi
command-report = Laporkan pesan yang tidak pantas
command-link = Sambungkan akun di aplikasi lain
phrases-talk = ngobrol dengan mentor, ngobrol dengan mentee, chat dengan mentor, chat dengan mentee, mau ngobrol
phrases-tell = kirim pesan ke mentor, kirim pesan ke mentee, tulis pesan ke mentor
phrases-mute = bisukan mentor, bisukan mentee, matikan bunyi pesan
phrases-report = laporkan mentor, laporkan mentee, laporkan pesan
phrases-link = sambungkan akun, tautkan akun, hubungkan discord, hubungkan telegram
flow-talk = obrolan
flow-tell = pesan
flow-mute = pengaturan bunyi
flow-report = laporan
flow-link = sambungan akun

# Yang sampai di seberang

relay-words = <b>{ $name }</b>{ $edited ->
        [yes] {" "}(diubah)
       *[no] {""}
    }
    { $text }
relay-file = <b>{ $name }</b> · { $kind ->
        [voice] pesan suara
        [audio] audio
        [photo] foto
        [video] video
        [video_note] pesan video
        [animation] GIF
       *[document] berkas
    }
button-reply = Balas
button-line = Lainnya
line-tick = { $n ->
        [1] ✓ Terkirim ke { $name }
       *[other] ✓ { $n } pesan terkirim ke { $name }
    }{ $muted ->
        [yes] , dibaca nanti
       *[no] {""}
    }
line-lost = Pesan ini tidak sampai ke { $name }. Coba kirim lagi nanti.
line-unsure = Pesan ini mungkin belum sampai ke { $name }. Kalau penting, kirim sekali lagi.
line-unreachable = { $name } sedang tidak bisa dihubungi, jadi pesannya tidak terkirim. Koordinator bisa membantu.
line-nobody = Pasangan mentoring itu sudah tidak ada, jadi pesannya tidak terkirim.
line-no-partner = { $role ->
    [mentee] Mentormu belum ada. Begitu ada, kukabari di sini.
    [mentor] Mentee Anda belum ada. Begitu ada, Anda dikabari di sini.
   *[other] Ini jalur antara mentor dan mentee.
}
line-whom-first = Untuk siapa? Pilih dulu, lalu kirim lagi.
line-too-large = { $kind ->
        [voice] Pesan suaranya
        [photo] Fotonya
        [video] Videonya
       *[other] Berkas { $file }
    } terlalu besar, jadi tidak terkirim: paling besar { $most } MB ({ $there ->
        [discord] batas Discord
        [telegram] batas Telegram
       *[other] batas aplikasinya
    }). Coba kirim tautannya.
line-unsupported = { $kind ->
    [sticker] Stiker belum bisa kuteruskan.
    [contact] Kontak tidak kuteruskan, demi privasi.
    [place] Lokasi tidak kuteruskan, demi privasi.
    [poll] Polling belum bisa kuteruskan.
   *[other] Yang itu belum bisa kuteruskan.
} Yang bisa: tulisan, pesan suara, foto, video, dan berkas.
line-idle = { $role ->
    [mentee] Obrolan kututup karena dua jam sepi, jadi yang ini belum kuteruskan. Mau ngobrol lagi?
   *[other] Obrolan ditutup karena dua jam sepi, jadi yang ini belum diteruskan. Mau ngobrol lagi?
}

# Bilang, ngobrol

tell-what = { $several ->
    [1] Apa pesannya untuk { $names }? Tulis saja di sini.
   *[other] Apa pesannya? Tulis saja di sini.
}
tell-whom = Untuk siapa?
short-message = Pesan
short-whom = Untuk
talk-whom = Mau ngobrol dengan siapa?
talk-on = { $role ->
    [mentee] Kamu tersambung dengan <b>{ $name }</b>. Tulisan, suara, foto, dan berkas langsung kuteruskan.
   *[other] Anda tersambung dengan <b>{ $name }</b>. Tulisan, suara, foto, dan berkas langsung diteruskan.
}
talk-kept = Isinya tidak disimpan; koordinator hanya melihat jumlahnya. Selesai sendiri setelah 2 jam sepi.
talk-off = { $role ->
    [mentee] Obrolan selesai. Sekarang kamu bicara denganku lagi.
   *[other] Obrolan selesai. Sekarang Anda bicara dengan bot lagi.
}
button-talk = Ngobrol
button-talk-end = Selesai
button-talk-again = Ngobrol lagi
button-menu = Menu

# Bisukan, laporkan

line-page = { $muted ->
    [yes] Pesan dari <b>{ $name }</b> sekarang datang tanpa bunyi.
   *[no] Jalur dengan <b>{ $name }</b>.
} { $role ->
    [mentee] Mau apa?
   *[other] Apa yang Anda perlukan?
}
button-mute = Bisukan
button-unmute = Bunyikan lagi
button-report = Laporkan
button-change-partner = Ganti pasangan
mute-whom = Pesan siapa?
mute-on = Pesan { $name } datang tanpa bunyi mulai sekarang; { $role ->
    [mentee] bacalah kalau sempat
   *[other] silakan dibaca kalau sempat
}. { $name } melihat “dibaca nanti”.
mute-off = Pesan { $name } berbunyi lagi{ $role ->
    [mentee] , seperti biasa
   *[other] {""}
}.
report-whom = Ini soal siapa?
report-why = Ada apa dengan { $name }? Hanya koordinator yang membaca.
report-rude = Tidak sopan
report-money = Minta uang atau data pribadi
report-unsafe = Membuatku merasa tidak aman
report-other = Hal lain
report-words = { $unsafe ->
    [yes] Terima kasih sudah bilang. Kalau ada bahaya sekarang, telepon <b>112</b>.
   *[no] Terima kasih sudah bilang.
    }
    Pesannya tidak ikut terkirim, karena tidak kusimpan. Mau cerita, atau menempel pesannya di sini? { $role ->
    [mentee] Boleh kamu lewati.
   *[other] Boleh dilewati.
}
short-reason = Alasan
coordinator-report = <b>{ $name }</b> melaporkan { $partner }: { $reason }.

# Beberapa akun

link-code = Kode sambungan: <code>{ $code }</code>, berlaku { $minutes } menit dan sekali pakai.
link-code-how = { $here ->
    [telegram] Buka bot ini di Discord, lalu ketik /link dan kode itu.
    [discord] Buka bot ini di Telegram, lalu kirim kode itu.
   *[other] Buka bot ini di aplikasi lain, lalu kirim kode itu.
}
link-how = Untuk menyambungkan akun: ketik /link di aplikasi tempatmu terdaftar, lalu kirim kodenya di sini (contoh: K7QF-2M9D).
link-unknown = Kode itu tidak kukenal atau sudah lewat. Buat yang baru dengan /link di aplikasi tempatmu terdaftar, lalu kirim ke sini.
link-too-often = Sudah lima kali dicoba. Coba lagi satu jam lagi, atau minta bantuan koordinator.
link-same = Kode ini untuk akun yang satunya, bukan { $here ->
    [telegram] Telegram
    [discord] Discord
   *[other] yang ini
}: kirim di sana, ya.
link-somebody-else = Akun ini sudah dipakai orang lain di program ini, jadi tidak bisa digabung. Kalau itu juga akunmu, hapus dulu datanya dari sini (/hapus), atau minta koordinator menggabungkan.
link-done = Halo, { $name }! Akun { $here ->
    [telegram] Telegram
    [discord] Discord
   *[other] ini
} ini tersambung ✓ Semua bisa dilanjutkan di sini.
link-told = Akun { $here ->
    [telegram] Telegram
    [discord] Discord
   *[other] baru
} baru saja disambungkan. Bukan kamu? Batalkan.
button-not-me = Bukan aku
button-undo = Batalkan
unlink-done = { $role ->
    [mentee] Sudah kulepas ✓ Akun itu tidak tersambung denganmu lagi.
   *[other] Sudah dilepas ✓ Akun itu tidak tersambung dengan Anda lagi.
}
unlink-told = Akun { $there ->
    [telegram] Telegram
    [discord] Discord
   *[other] yang satu
} sudah dilepas.
unlink-gone = Akun itu sudah tidak tersambung.
unlink-last = Ini satu-satunya akun, jadi tidak bisa dilepas. Kalau mau berhenti, datanya bisa dihapus.
platform = { $name ->
    [telegram] Telegram
    [discord] Discord
    [console] Terminal
   *[other] { $name }
}
accounts = { $n ->
    [1] Tersambung di { $names }.
   *[other] Tersambung di { $names }. Jawaban selalu di tempat bertanya; kabar lain ke mana?
}
button-send-to = { $on ->
    [yes] ✓{" "}
   *[no] {""}
}Kirim ke: { $to }
send-to-last = terakhir dipakai
button-set-where = Kirim ke: { $to }
button-unlink = Lepas { $name }
button-link = Sambungkan akun lain
