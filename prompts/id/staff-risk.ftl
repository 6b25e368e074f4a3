# Pasangan yang butuh perhatian: kenapa, dan apa yang bisa dilakukan.

command-at_risk = Pasangan yang butuh Anda hari ini
phrases-at_risk = perlu perhatian, siapa yang perlu perhatian, pasangan yang perlu perhatian, pasangan mana yang butuh saya, pasangan yang diam, pasangan yang lama diam
flow-risk_write = pesan ke pasangan
flow-risk_fine = pasangan yang dibiarkan dulu

risk-title = <b>{ $n } pasangan butuh Anda hari ini</b>
risk-title-acted = <b>{ $n } pasangan ini sudah ditindaklanjuti.</b> Tinggal menunggu kabar.
risk-none = Tidak ada pasangan yang butuh Anda hari ini. 🌱
risk-page = { $more ->
    [0] { $last }
   *[other] { $first }–{ $last }
} dari { $total }
risk-waiting = { $n } mentee masih menunggu mentor.
risk-pair = { $number }. <b>{ $mentee } → { $mentor }</b> · { $why }
risk-pair-acted = { $number }. <b>{ $mentee } → { $mentor }</b> · { $why } · ✓ ditindaklanjuti { $at }

risk-silent = { $n } hari tanpa kabar { $cadence ->
    [weekly] (sepakat: mingguan)
    [biweekly] (sepakat: dua minggu sekali)
    [monthly] (sepakat: bulanan)
    [usual-weekly] (biasanya: mingguan)
    [usual-monthly] (biasanya: bulanan)
   *[other] (biasanya: dua minggu sekali)
}
risk-first = { $n } hari dipasangkan, belum saling menyapa
risk-session = { $n } hari tanpa sesi
risk-checkins = { $n } check-in terlewat
risk-feel = jawaban belakangan ini perlu ditengok
risk-unreachable = { $name } tak terjangkau bot
risk-dispute = beda cerita soal sesi terakhir
risk-profile = pendaftaran { $name } belum selesai
risk-goal = { $n } hari belum pasang tujuan
risk-agreement = kesepakatan belum rampung ({ $n } hari)
risk-and-more = dan { $n } hal lagi
risk-both-of = { $mentee } → { $mentor }
risk-pair-title = <b>{ $mentee } → { $mentor }</b>
risk-reason = · { $why }
risk-no-reason = Saat ini tidak ada yang perlu dikhawatirkan.
risk-pair-fine = Dibiarkan dulu sampai { $until }.
risk-pair-done = ✓ Ditindaklanjuti { $at }

button-risk-nudge = Sapa keduanya
button-risk-write = Tulis
button-risk-text = Teks siap pakai
button-risk-fine = Biarkan sampai…
button-risk-pair = { $number }. { $mentee } → { $mentor }
button-risk-before = ‹ Sebelumnya
button-risk-more = Berikutnya ›
button-risk-fine-list = Aman dulu ({ $n })
button-risk-match = Cari mentor ({ $n })
button-risk-rules = Aturannya
button-risk-list = ‹ Daftar pasangan
button-risk-lift = Lihat lagi { $number }
button-risk-inactive = Ubah jadi { $n } hari
button-risk-drop = Tidak jadi
button-risk-answer = Balas ke koordinator
button-still-going = Masih lanjut
button-pair-done = Kami sudah selesai

risk-gone = Pasangan itu sudah tidak aktif, atau bukan dari program ini.
risk-resting = { $name } sedang istirahat, jadi belum perlu disapa.
risk-nudged-lately = { $mentee } dan { $mentor } sudah disapa { $at }. Beri waktu dulu; bisa lagi mulai { $again }. Sementara itu, Anda bisa menulis sendiri.
risk-sent-to = Ke <b>{ $name }</b> ✓ { $words }
risk-sent-when = Kalau di sana sedang jam tenang, sampainya setelah itu.
risk-unreached = <b>{ $name }</b> tak terjangkau bot. Coba lewat WhatsApp atau email; teksnya sudah ada.
risk-written = Terkirim ke { $name } ✓
risk-write-whom = Mau menulis ke siapa?
risk-both = Keduanya
risk-write-text = Apa pesannya? Tulis seperti biasa; nama Anda ikut terkirim.
risk-write-preview = Untuk { $to }:

    Pesan dari <b>{ $name }</b>, koordinator: “{ $text }”
risk-write-dropped = Oke, tidak jadi dikirim.
risk-from-staff = { $role ->
    [mentee] Pesan buat kamu dari <b>{ $name }</b>, koordinator: “{ $text }”
   *[other] Pesan untuk Anda dari <b>{ $name }</b>, koordinator: “{ $text }”
}
short-risk-whom = Untuk
short-risk-text = Pesan
short-risk-until = Sampai
short-risk-why = Alasan

risk-fine-until = Sampai kapan { $mentee } dan { $mentor } aman tanpa dipantau?
risk-fine-week = 1 minggu
risk-fine-two-weeks = 2 minggu
risk-fine-month = 1 bulan
risk-fine-reason = Mau dicatat kenapa? Hanya koordinator yang melihat. Boleh dilewati.
risk-watched = Sip. { $mentee } dan { $mentor } muncul lagi { $until }, kalau memang masih perlu.
risk-fine-title = <b>{ $n } pasangan aman dulu</b>
risk-fine-line = { $number }. { $mentee } → { $mentor } · sampai { $until }
risk-fine-why = { $number }. { $mentee } → { $mentor } · sampai { $until } · { $why }
risk-fine-none = Tidak ada pasangan yang sedang dibiarkan dulu.

risk-rules-title = <b>Kapan sebuah pasangan masuk daftar</b>
risk-rules = · { $first } hari belum saling menyapa
    · tanpa kabar { $silence } kali jarak yang disepakati (belum sepakat: { $cadence ->
        [weekly] mingguan
        [monthly] bulanan
       *[other] dua minggu sekali
    }); { $session } hari tanpa sesi
    · { $missed } check-in terlewat; suasana turun, atau hubungan dinilai { $score } dari 5 ke bawah (isinya tidak ditampilkan)
    · bot tidak bisa menghubungi salah satu; beda cerita soal sesi
    · { $goal } hari tanpa tujuan; { $agreement } hari tanpa kesepakatan; pendaftaran { $profile } hari belum selesai
risk-rules-rest = Yang sedang istirahat tidak masuk, dan masa istirahat tidak dihitung.
risk-rules-inactive = { $n } hari tanpa tanda apa pun: keduanya ditanya. { $answer } hari tanpa jawaban: ditutup baik-baik, dan bisa dibuka lagi.
risk-rules-none = Program ini sudah diarsipkan; tidak ada yang dipantau.

risk-text-title = Dua pesan siap salin, satu untuk tiap orang, dalam bahasanya masing-masing:
risk-text = { $text }
risk-ready = { $role ->
    [mentee] Halo { $name }, ini { $coordinator } dari { $programme }. { $words } Kalau ada kendala, kabari saya, ya.
   *[other] Halo { $name }, saya { $coordinator } dari { $programme }. { $words } Kalau ada yang bisa kami bantu, kabari saya.
}

risk-word-from = { $role ->
    [mentee] Pesan ini kukirim atas permintaan { $coordinator }, koordinatormu.
   *[other] Dikirim atas permintaan { $coordinator }, koordinator program.
}
risk-word-first = { $role ->
    [mentee] Kamu dan { $partner } belum sempat saling menyapa. Satu kalimat saja cukup, misalnya: “Halo Kak, kapan enaknya kita ngobrol?”
   *[other] Anda dan { $partner } belum sempat saling menyapa. Mentee sering sungkan memulai; satu kalimat dari Anda sangat membantu.
}
risk-word-silent = { $role ->
    [mentee] Sudah agak lama tidak ada kabar antara kamu dan { $partner }. Kalau minggunya padat, tidak apa-apa; satu kalimat kabar pun cukup.
   *[other] Sudah agak lama tidak ada kabar antara Anda dan { $partner }. Tanyakan saja langkahnya minggu ini; satu kalimat sudah cukup untuk mulai lagi.
}
risk-word-session = { $role ->
    [mentee] Sudah waktunya ketemu { $partner } lagi, 30 menit pun cukup. Usulkan dua atau tiga waktu, nanti { $partner } tinggal memilih.
   *[other] Sudah waktunya bertemu { $partner } lagi, 30 menit pun cukup. Usulkan dua atau tiga waktu, nanti { $partner } tinggal memilih.
}
risk-word-dispute = { $role ->
    [mentee] Catatan kamu dan { $partner } soal sesi terakhir belum sama. Tidak apa-apa; cocokkan berdua sebentar, lalu perbaiki catatannya.
   *[other] Catatan Anda dan { $partner } soal sesi terakhir belum sama. Tidak apa-apa; cocokkan berdua sebentar, lalu perbaiki catatannya.
}
risk-word-profile = { $role ->
    [mentee] Pendaftaranmu tinggal sedikit lagi. Begitu selesai, { $partner } bisa mengenalmu lebih dulu.
   *[other] Pendaftaran Anda tinggal sedikit lagi. Begitu selesai, { $partner } bisa mengenal Anda lebih dulu.
}
risk-word-goal = { $role ->
    [mentee] Kamu belum memasang tujuan. Mulai dari yang kecil saja, lima pertanyaan singkat; { $partner } jadi tahu bisa membantu apa.
   *[other] { $partner } belum memasang tujuan. Satu pertanyaan dari Anda bisa membuka jalan: “Tiga bulan lagi, apa yang ingin kamu bisa?”
}
risk-word-agreement = { $role ->
    [mentee] Kesepakatan kecilmu dengan { $partner }, seperti seberapa sering dan lewat apa, belum rampung. Cuma 2 menit, dan tidak perlu saling menebak lagi.
   *[other] Kesepakatan kecil Anda dengan { $partner }, seperti seberapa sering dan lewat apa, belum rampung. Cukup 2 menit, dan tidak perlu saling menebak lagi.
}
risk-word-unreachable = { $role ->
    [mentee] Pesan dari bot mentoring tidak sampai ke kamu. Buka lagi bot-nya dan ketik /start, supaya kabar dari { $partner } sampai.
   *[other] Pesan dari bot mentoring tidak sampai ke Anda. Buka lagi bot-nya dan ketik /start, supaya kabar dari { $partner } sampai.
}
risk-word-any = { $role ->
    [mentee] Gimana mentoring dengan { $partner } belakangan ini? Kalau lancar, sapa { $partner } sebentar. Kalau ada yang mengganjal, bilang saja.
   *[other] Bagaimana mentoring dengan { $partner } belakangan ini? Kalau lancar, sapa { $partner } sebentar. Kalau ada yang mengganjal, sampaikan saja.
}

risk-news = <b>{ $n } pasangan baru butuh perhatian</b>
risk-news-worse = <b>{ $n } pasangan makin perlu perhatian</b>

risk-going = { $role ->
    [mentee] { $name }, sudah lama sepi antara kamu dan { $partner }. Mentoringnya masih lanjut? Tidak apa-apa kalau sudah cukup. Kalau sampai { $until } belum ada kabar, kututup dulu baik-baik.
   *[other] { $name }, sudah lama sepi antara Anda dan { $partner }. Mentoringnya masih lanjut? Tidak apa-apa kalau sudah cukup. Kalau sampai { $until } belum ada kabar, kami tutup dulu baik-baik.
}
risk-going-on = { $role ->
    [mentee] Sip, kamu dan { $partner } lanjut! { $partner } kukabari. Langkah kecil berikutnya:
   *[other] Baik, Anda dan { $partner } lanjut. { $partner } kami kabari. Langkah kecil berikutnya:
}
risk-goes-on = { $role ->
    [mentee] <b>{ $partner }</b> ingin lanjut mentoring bersamamu. 🙌
   *[other] <b>{ $partner }</b> ingin lanjut mentoring bersama Anda. 🙌
}
risk-not-asked = Mentoringnya masih jalan, dan tidak ada yang ditutup. Kalau memang ingin berhenti, lihat /bantuan.
risk-done-noted = { $role ->
    [mentee] Tercatat. Kalau { $partner } juga merasa begitu, mentoringnya kututup dengan baik. Berubah pikiran? Satu ketukan.
   *[other] Tercatat. Kalau { $partner } juga merasa begitu, mentoringnya kami tutup dengan baik. Berubah pikiran? Satu ketukan.
}
risk-done = { $role ->
    [mentee] Mentoringmu dengan { $partner } selesai, dan kalian berdua merasa cukup. Makasih sudah jalan bareng. 🌱
   *[other] Mentoring Anda dengan { $partner } selesai, dan Anda berdua merasa cukup. Terima kasih sudah menemani. 🌱
}
risk-done-staff = <b>{ $name }</b> dan { $partner } sama-sama merasa selesai, jadi mentoringnya ditutup.
risk-closed = { $role ->
    [mentee] Karena lama sepi, mentoringmu dengan { $partner } kututup dulu. Bukan salah siapa-siapa, dan tujuanmu tetap di sini.
   *[other] Karena lama sepi, mentoring Anda dengan { $partner } kami tutup dulu. Bukan salah siapa-siapa; terima kasih untuk waktu Anda.
}
risk-closed-open = Masih mau lanjut? Satu ketukan membukanya lagi, sampai { $until }.
risk-closed-staff = { $n } pasangan ditutup baik-baik karena lama sepi dan tidak ada jawaban: { $pairs }.
risk-closed-more = … dan { $n } lagi.
risk-too-late = Ini sudah lewat waktunya untuk dibuka lagi. Tulis /minta_bantuan, koordinator bisa memasangkan lagi.
risk-reopen-left = { $partner } sudah tidak di program. Koordinator sudah dikabari dan akan menghubungi.
risk-reopen-taken = Sementara itu sudah ada pasangan lain, jadi yang ini tidak bisa langsung dibuka. Koordinator sudah dikabari bahwa { $partner } masih dicari.
risk-reopen-staff = <b>{ $name }</b> ingin lanjut dengan { $partner }, tetapi tidak bisa dibuka otomatis: salah satu sudah keluar atau sudah penuh.
