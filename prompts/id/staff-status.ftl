# Meja koordinator: keadaan bot, untuk pemilik program.

command-status = Keadaan bot: antrean, kelambatan, cadangan
phrases-status = keadaan bot, status bot, cek keadaan bot, apakah bot berjalan, bot sehat tidak, lihat status bot

status-title = <b>Keadaan bot</b>
status-well = Semua berjalan baik.
status-stuck = ⚠️ { $part } macet sejak { $span } lalu. Bot sedang mencoba memulihkannya.
status-silent = ⚠️ Proses { $name } tidak memberi kabar sejak { $at }.
status-late = ⚠️ Pengingat terlambat { $span }, ada { $n } yang menunggu.
status-slow = ⚠️ Ada pesan yang belum terkirim sejak { $span } lalu.
status-part-hearing = Penerimaan pesan dari { $platform }
status-part-sending = Pengiriman pesan ke { $platform }
status-part-writer = Penyimpanan data
status-part-tick = Jadwal pengingat
status-part-jobs = Pekerjaan di belakang layar
status-runs = { $several ->
    [yes] { $name }: jalan { $span }, versi { $version }
   *[no] Sudah jalan { $span }, versi { $version }
}
status-queue = Menunggu dikirim: { $n }{ $resting ->
    [0] {""}
   *[other] , ditambah { $resting } yang ditunda sampai waktunya
}
status-jobs = Pekerjaan yang antre: { $n }{ $failed ->
    [0] {""}
   *[other] , gagal dalam sehari ini: { $failed }
}
status-away = { $n ->
    [0] Semua orang di program ini bisa dihubungi.
   *[other] Tidak bisa dihubungi di program ini: { $n } orang
}
status-backup = Cadangan terakhir: { $at }{ $days ->
    [0] {""}
   *[other] {" "}({ $days } hari lalu)
}
status-backup-none = Belum pernah ada cadangan. Di server: python -m bot backup FILE
status-backup-elsewhere = Belum ada cadangan lewat python -m bot backup FILE. Cadangan dari penyedia PostgreSQL tidak terlihat dari sini.
status-database = Database: { $kind }, { $mb } MB
status-span = { $unit ->
    [days] { $n } hari
    [hours] { $n } jam
    [minutes] { $n } menit
   *[seconds] { $n } detik
}
button-status = Lihat lagi
