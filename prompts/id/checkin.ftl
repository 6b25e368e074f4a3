# Check-in mingguan dan pengingat.

flow-checkin = check-in
flow-feedback = masukan

checkin-how-far = <b>{ $goal }</b>: sejauh mana sekarang?
checkin-how-far-since = <b>{ $goal }</b>: sejauh mana sekarang? Terakhir { $last }%.
checkin-note-how = Ketik angkanya, lalu catatanmu. Misalnya: <code>60 draf pertama selesai</code>
button-note = + Catatan
checkin-obstacle = Apa yang paling menghambat <b>{ $goal }</b>?
obstacle-time = Waktu
obstacle-signal = Sinyal / kuota
obstacle-start = Bingung mulai
obstacle-mentor = Butuh masukan mentor
obstacle-mood = Lagi kurang semangat
checkin-mood = Gimana rasanya minggu ini?
mood-1 = 1 berat
mood-2 = 2
mood-3 = 3 biasa
mood-4 = 4
mood-5 = 5 lancar
checkin-next-step = Satu langkah kecil minggu ini apa?
checkin-for-mentor = Ada yang mau kamu sampaikan ke { $mentor }? Nanti dibacanya.
checkin-for-nobody = Ada yang mau kamu sampaikan untuk mentormu nanti?
checkin-review = Ini check-in minggumu. Sudah pas?
checkin-noted = Tercatat ✓
checkin-line = { $goal } { $percent }% { $bar }
checkin-line-up = { $goal } { $percent }% { $bar }, naik { $change }
checkin-line-down = { $goal } { $percent }% { $bar }, turun { $change }; wajar, kok
checkin-line-same = { $goal } { $percent }% { $bar }, masih di titik yang sama
checkin-your-step = Langkahmu minggu ini: { $step }
checkin-streak = { $n } minggu berturut-turut. 🔥
checkin-low-mood = Makasih sudah jujur. Minggu berat itu biasa; mau ngobrol dengan orang?
button-change-answers = Ubah jawaban

short-percent = { $goal }
short-obstacle = Hambatan { $goal }
short-mood = Rasanya minggu ini
short-next-step = Langkah berikutnya
short-for-mentor = Untuk mentor

remind-checkin = { $rest ->
    [0] Check-in minggu ini, { $name }, cuma 2 menit.
   *[other] Check-in minggu ini, { $name }, cuma 2 menit: { $rest } tujuan lain menyusul.
}
remind-checkin-goal = <b>{ $goal }</b>: sejauh mana sekarang?
remind-checkin-no-goal = Check-in minggu ini, { $name }. Gimana minggumu?
button-mood-5 = Lancar
button-mood-3 = Biasa
button-mood-1 = Berat
nudge-1 = { $name }, gimana minggumu? Satu ketukan saja cukup.
nudge-3 = { $name }, check-in minggu ini belum terisi. Satu ketukan saja juga cukup: gimana minggumu?
nudge-7 = { $name }, sudah seminggu kita belum ngobrol. Ada yang lagi berat? Aku bisa sambungkan ke koordinator, atau kamu istirahat dulu.
nudge-14 = { $name }, ini pengingat terakhirku supaya tidak mengganggu. Kapan pun kamu siap, aku di sini.
remind-idle = Tadi berhenti di tengah jalan: { $what }. Mau lanjut? Jawaban yang sudah masuk tetap tersimpan.
remind-back = Halo lagi, { $name }! Jedamu selesai. Mulai pelan-pelan, yuk: check-in 2 menit?
welcome-1 = Tips kecil hari ini:
welcome-2 = Tahu tidak? Kamu bisa tulis biasa saja, misalnya “mau lapor progres”. Aku paham.
tip-bots = Aku ini program, bukan orang: ketuk tombol di bawah pesanku, atau balas dengan tulisan. Salah ketuk? Tulis “kembali”.
tip-video = Video call pertama? Coba dulu 5 menit dengan teman, pakai earphone, dan duduk menghadap cahaya. Sinyal lemah? Matikan kamera, suara saja cukup.
tip-documents = Dokumen online itu seperti kertas bersama: kamu dan mentor menulis di tempat yang sama. Mulai dari satu halaman catatan.
tip-none = Tulis satu pertanyaan untuk mentormu sekarang, selagi ingat. Pertemuan pertama jadi jauh lebih enak.
