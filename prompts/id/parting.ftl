# Jalan keluar dari pasangan mentoring, penutupan, dan formulir pada waktunya.

command-change_partner = Ganti pasangan mentoring
phrases-change_partner = ganti mentor, ganti mentee, mau ganti mentor, mau ganti mentee, ganti pasangan, ganti partner, mentor lain, mentee lain
flow-change_partner = ganti pasangan
flow-after-session = umpan balik sesi
flow-pulse = kabar hubungan mentoring
flow-midway = formulir tengah jalan
flow-closing = penutup
flow-goal-view = pandangan tentang tujuan

part-why = { $role ->
    [mentee] Tidak apa-apa, kadang memang belum pas. Apa alasanmu ingin ganti dari { $partner }? Hanya koordinator yang membaca.
   *[other] Tidak apa-apa, kadang memang belum pas. Apa alasan Anda ingin ganti dari { $partner }? Hanya koordinator yang membaca.
}
part-time = Waktunya sulit cocok
part-match = Kurang cocok
part-silent = Lama tidak ada kabar
part-other = Alasan lain
part-words = Mau menambahkan dengan kata-kata sendiri? Boleh dilewati.
short-part-why = Alasan
short-part-words = Catatan
part-waiting = Tercatat ✓ { $partner } belum diberi tahu. Berlaku { $until }; sampai saat itu boleh berubah pikiran, satu ketukan saja.
part-kept = Oke, tetap dengan { $partner }. Tidak ada yang berubah, dan { $partner } tidak tahu.
button-keep-pair = Tetap bersama

coordinator-part = <b>{ $name }</b> ingin ganti pasangan (sekarang dengan { $partner }): { $reason }.
coordinator-part-until = Berlaku { $until }, kecuali { $name } berubah pikiran. Pasangannya belum tahu; mohon jangan disampaikan dulu.
coordinator-part-kept = <b>{ $name }</b> berubah pikiran dan tetap dengan { $partner }.
coordinator-parted = Pasangan <b>{ $name }</b> dan { $partner } sudah berakhir ({ $reason }). Keduanya sudah dikabari tanpa alasan, dan bisa dipasangkan lagi.
coordinator-rematch = { $role ->
    [mentee] <b>{ $name }</b> kini tanpa mentor, karena mentornya keluar. Sudah dikabari, dan bisa dipasangkan lagi.
   *[other] <b>{ $name }</b> kini tanpa satu mentee, karena mentee itu keluar. Sudah dikabari, dan bisa dipasangkan lagi.
}
coordinator-closed = Pendampingan <b>{ $name }</b> dan { $partner } selesai pada waktunya. Penutup terisi: { $n } dari 2.

pair-over-asked = { $role ->
    [mentee] Pendampinganmu dengan { $partner } sudah berakhir, seperti yang kamu minta. Alasanmu tidak disampaikan.
   *[other] Pendampingan Anda dengan { $partner } sudah berakhir, seperti yang Anda minta. Alasan Anda tidak disampaikan.
}
pair-over-over = { $role ->
    [mentee] Pendampinganmu dengan { $partner } berakhir hari ini. Ini bukan salahmu; kadang pasangan lain lebih pas.
   *[other] Pendampingan Anda dengan { $partner } berakhir hari ini. Ini bukan salah siapa pun; kadang pasangan lain lebih pas. Terima kasih untuk waktu Anda.
}
pair-over-left = { $role ->
    [mentee] { $partner } tidak lagi ikut program, jadi pendampingannya berakhir. Ini bukan karena kamu.
   *[other] { $partner } tidak lagi ikut program, jadi pendampingannya berakhir. Ini bukan karena Anda; terima kasih untuk waktu Anda.
}
pair-over-gone = { $role ->
    [mentee] Mentormu tidak lagi ikut program, jadi pendampingannya berakhir. Ini bukan karena kamu.
   *[other] Mentee Anda tidak lagi ikut program, jadi pendampingannya berakhir. Ini bukan karena Anda; terima kasih untuk waktu Anda.
}
pair-over-closed = { $role ->
    [mentee] Pendampinganmu dengan { $partner } resmi selesai. Selamat, dan terima kasih sudah berjalan bersama. 🌱
   *[other] Pendampingan Anda dengan { $partner } resmi selesai. Terima kasih sudah menemani. 🌱
}
pair-over-sessions = { $n ->
    [1] Sesi yang tadinya direncanakan batal; tidak perlu mengabari.
   *[other] { $n } sesi yang tadinya direncanakan batal; tidak perlu mengabari.
}
pair-over-next = { $role ->
    [mentee] Tujuan dan check-in-mu tetap jalan. Koordinator sudah tahu dan mencarikan mentor lain.
   *[other] Koordinator sudah tahu dan menghubungi Anda soal langkah berikutnya.
}
pair-closed-next = { $role ->
    [mentee] Tujuan dan check-in-mu tetap di sini; lanjutkan kapan saja.
   *[other] Mau menemani mentee lain? Atur jumlahnya di bawah.
}

closing-week = { $role ->
    [mentee] Tinggal seminggu: pendampinganmu dengan { $partner } berakhir { $day }.
   *[other] Tinggal seminggu: pendampingan Anda dengan { $partner } berakhir { $day }.
}
closing-week-more = { $role ->
    [mentee] Masih ada yang ingin kamu kejar? Kalau kalian berdua mau, ditambah 30 hari.
   *[other] Masih ada yang ingin dikejar? Kalau Anda berdua mau, ditambah 30 hari.
}
button-extend = Perpanjang 1 bulan
extend-asked = <b>{ $name }</b> ingin lanjut satu bulan lagi. Cocok juga? Kalau tidak, biarkan saja; pendampingan selesai sesuai rencana.
extend-waiting = Tercatat: ingin lanjut sebulan. Berlaku kalau { $partner } juga mau.
extend-done = Sip, lanjut bersama { $partner } sampai { $day }.
extend-early = Pendampingan ini masih sampai { $day }; memperpanjang bisa mulai dua minggu sebelumnya.

closing-today = { $role ->
    [mentee] { $name }, hari ini hari terakhir pendampinganmu dengan { $partner }.
   *[other] { $name }, hari ini hari terakhir pendampingan Anda dengan { $partner }.
}
closing-together = { $role ->
    [mentee] Yang kalian capai bersama:
   *[other] Yang tercapai bersama:
}
closing-sessions = · { $n } sesi bersama
closing-reached = · Tujuan tercapai: <b>{ $goal }</b>
closing-moved = · { $goal }: dari { $first }% ke { $last }% { $bar }
closing-stands = · { $goal }: sekarang { $last }%, mulai dari { $first }% { $bar }
closing-weeks = · { $n } check-in terjawab{ $streak ->
    [0] {""}
    [1] {""}
   *[other] {" "}(terpanjang { $streak } minggu berturut-turut)
}
closing-ask = { $role ->
    [mentee] Ceritamu penting untuk mentee berikutnya, cuma 2 menit. Jalur ke mentormu masih terbuka seminggu untuk pamit.
   *[other] Boleh minta 2 menit untuk penutup? Jalur ke mentee masih terbuka seminggu untuk pamit.
}
closing-again = { $role ->
    [mentee] { $name }, penutup dengan { $partner } belum terisi. Cuma 2 menit, dan ucapan terima kasihmu bisa kusampaikan.
   *[other] { $name }, penutup dengan { $partner } belum terisi. Cukup 2 menit, dan ucapan terima kasih bisa kami sampaikan.
}
thanks-passed = Ucapan itu kusampaikan ke { $partner }.
thanks-from = Titipan dari <b>{ $name }</b>: “{ $text }”

button-form = Jawab sekarang
button-view = { $goal }
remind-after-session = { $role ->
    [mentee] { $name }, gimana sesimu dengan { $partner }? Tiga ketukan saja.
   *[other] { $name }, bagaimana sesi dengan { $partner }? Tiga ketukan saja.
}
remind-after-session-again = { $role ->
   *[other] { $name }, kesan dari sesi dengan { $partner } belum terisi; tiga ketukan saja, sebelum lupa.
}
remind-pulse = { $role ->
    [mentee] { $name }, gimana rasanya mentoring dengan { $partner }? Satu ketukan, dan { $partner } tidak melihat jawabanmu.
   *[other] { $name }, bagaimana mentoring dengan { $partner } sejauh ini? Satu ketukan, dan { $partner } tidak melihat jawaban Anda.
}
remind-pulse-again = { $role ->
   *[other] { $name }, satu ketukan tentang mentoring dengan { $partner } masih terbuka. Jawaban jujur membantu kami membantu.
}
remind-midway = { $role ->
    [mentee] Setengah jalan dengan { $partner }, { $name }! Ada tiga pertanyaan, satu menit.
   *[other] Setengah jalan dengan { $partner }, { $name }. Ada tiga pertanyaan, satu menit.
}
remind-midway-again = { $role ->
   *[other] { $name }, tiga pertanyaan tengah jalan tentang mentoring dengan { $partner } masih terbuka.
}
remind-goal-view = { $name }, menurut Anda { $partner } sudah sejauh mana? { $n ->
    [1] Satu ketukan.
   *[other] Satu ketukan per tujuan.
}
pulse-low = { $role ->
    [mentee] Kedengarannya berat. Mau ditemani koordinator? Mentormu tidak diberi tahu.
   *[other] Kedengarannya berat. Mau dibantu koordinator? Mentee tidak diberi tahu.
}
view-topic = { $role ->
    [mentee] Bahan obrolan yang menarik: kamu melihat <b>{ $goal }</b> di { $mentee }%, { $partner } di { $mentor }%. Bukan soal benar atau salah; tanyakan apa yang dilihat masing-masing.
   *[other] Bahan obrolan yang menarik: { $partner } melihat <b>{ $goal }</b> di { $mentee }%, Anda di { $mentor }%. Bukan soal benar atau salah; tanyakan apa yang dilihat masing-masing.
}

why-after-session = Setelah sesi yang jadi, kedua pihak ditanya tiga hal singkat. Paling banyak tiga kali, lalu berhenti.
why-pulse = Setelah 30 hari, lalu tiap 60 hari, kedua pihak ditanya bagaimana mentoringnya. Paling banyak tiga kali, lalu berhenti.
why-midway = Di tengah waktu pendampingan, kedua pihak ditanya sekali. Paling banyak tiga kali, lalu berhenti.
why-goal-view = Tiap bulan mentor ditanya pandangannya tentang tujuan mentee. Paling banyak tiga kali, lalu berhenti.
why-closing-week = Pendampingan punya tanggal selesai; seminggu sebelumnya keduanya dikabari.
why-closing = Pendampingan sampai di tanggal selesainya. Penutup diingatkan paling banyak tiga kali.

thing-feedback-words = komentar tentang mentoring
