# Kotak masuk: permintaan bantuan sebagai tiket, dan jawabannya.

flow-ticket_answer = jawaban
flow-ticket_reply = balasan

command-inbox = Kotak masuk: permintaan bantuan
phrases-inbox = kotak masuk, lihat kotak masuk, buka kotak masuk, siapa yang minta bantuan, daftar permintaan bantuan

inbox-title = <b>Kotak masuk</b> · { $waiting ->
        [0] tidak ada yang menunggu
       *[other] { $waiting } menunggu jawaban
    }{ $answered ->
        [0] {""}
       *[other] , { $answered } sudah dijawab
    }
inbox-closed = <b>Sudah ditutup</b> · { $total } permintaan{ $waiting ->
        [0] {""}
       *[other] , { $waiting } lain masih menunggu
    }
inbox-empty = Kotak masuk kosong. Tidak ada yang menunggu Anda. 🌿
inbox-empty-closed = Belum ada permintaan yang ditutup.
inbox-line = { $number }. { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> · { $topic } · { $state ->
        [open] menunggu { $age }
        [answered] sudah dijawab { $age } lalu
       *[closed] ditutup { $age } lalu
    }{ $taken ->
        [yes] {" "}· { $by }
        [mine] {" "}· Anda
       *[no] {""}
    }
ticket-title = { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> · { $topic }
    { $state ->
        [open] Menunggu jawaban { $age }
        [answered] Dijawab { $age } lalu
       *[closed] Ditutup { $age } lalu
    }{ $taken ->
        [yes] , diurus { $by }
        [mine] , Anda yang mengurus
       *[no] {""}
    }.
ticket-topic = { $topic ->
    [partner] pasangan mentoring
    [goal] tujuan atau tugas
    [time] waktu atau jadwal
    [unsafe] ada yang terasa tidak aman
   *[other] hal lain
}
ticket-age = { $unit ->
    [days] { $n } hari
    [hours] { $n } jam
   *[other] { $n } menit
}
ticket-earlier = ({ $n } pesan sebelumnya)
ticket-no-words = Tanpa kata-kata: hanya memilih soalnya.
ticket-said = <i>{ $name }, { $at }:</i>
    “{ $text }”
ticket-unreached = { $name } sedang tidak bisa dihubungi lewat bot. Jawaban Anda mungkin tidak sampai; hubungi dengan cara lain.
ticket-gone = Permintaan itu tidak ada di program ini, atau sudah dihapus orangnya.
button-ticket = { $number }. { $name }
button-ticket-answer = Jawab
button-take = { $taken ->
    [no] Saya urus
   *[other] Ambil alih
}
button-close-ticket = Tutup
button-ticket-person = Tentang { $name }
button-inbox = Kotak masuk
button-inbox-closed = Yang sudah ditutup
button-inbox-before = ‹ Sebelumnya
button-inbox-after = Berikutnya ›
button-open-ticket = Buka dan jawab

ticket-answer-what = { $said ->
    [yes] “{ $text }”
        Apa jawaban Anda untuk { $name }?
   *[no] Apa yang ingin Anda tulis untuk { $name }?
}
ticket-answer-sent = { $reached ->
    [yes] Jawaban Anda dikirim ke { $name } ✓ Kalau dibalas, balasannya muncul di sini.
   *[no] Jawaban tersimpan, tetapi { $name } sedang tidak bisa dihubungi lewat bot. Coba cara lain.
}
ticket-came-in = <b>{ $name }</b> membalas:
    “{ $text }”
ticket-waiting = { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> masih menunggu jawaban sejak { $since }: { $topic }.

# Yang dibaca orangnya

ticket-answer = <b>{ $name }</b> (koordinator) menjawab:
    { $text }
ticket-settled = { $role ->
    [mentee] { $name } menutup permintaan bantuanmu. Kalau masih ada yang mengganjal, balas saja kapan pun; aku teruskan.
   *[other] { $name } menutup permintaan bantuan Anda. Kalau masih ada yang mengganjal, balas saja kapan pun.
}
ticket-reply-what = { $role ->
    [mentee] Apa balasanmu{ $named ->
            [yes] {" "}untuk { $staff }
           *[no] {""}
        }? Hanya koordinator yang membaca.
   *[other] Apa balasan Anda{ $named ->
            [yes] {" "}untuk { $staff }
           *[no] {""}
        }? Hanya koordinator yang membaca.
}
ticket-reply-sent = Terkirim ✓ Koordinator membacanya dan akan menjawab di sini.
button-answer-back = Balas
