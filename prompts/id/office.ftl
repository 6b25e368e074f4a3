# Untuk koordinator di komputer: pasangan, daftar undangan, dan apa yang ditemukan `python -m bot doctor`.

office-paired = { $mentor } sekarang mentor { $mentee } (program { $programme }).
office-paired-already = { $mentor } memang sudah mentor { $mentee } (program { $programme }); tidak ada yang berubah.
office-other-mentors = { $mentee } juga punya mentor lain: { $names }.

office-in-programme = sudah ada di program
office-link-used = tautannya sudah dipakai
office-link-made = sudah punya tautan, berlaku sampai { $until }
office-link-renewed = tautan yang pertama sudah kedaluwarsa; pakai yang ini
office-pair-made = sekarang berpasangan dengan { $mentor }
office-pair-there = sudah berpasangan dengan { $mentor }
office-pair-later = belum berpasangan: impor daftar ini sekali lagi setelah { $mentor } dan orang ini bergabung
office-pair-several = belum berpasangan, ada beberapa yang cocok: { $names }
office-pair-nobody = belum berpasangan: tidak ada mentor bernama { $mentor }

doctor-begins = Memeriksa data dan sambungan ke Telegram dan Discord; paling lama setengah menit.
doctor-all-well = Semuanya beres.
doctor-look-at = { $n } hal perlu Anda lihat; langkahnya ada di atas.

doctor-file-missing = Belum ada data di { $file }. Jalankan: python -m bot migrate
doctor-file-unwritable = Tuntun tidak bisa menulis ke { $file }. Jalankan Tuntun dengan akun komputer yang membuat berkas itu, atau pindahkan ke folder milik Anda.
doctor-file-open = Berkas { $file } tadi bisa dibaca akun lain di komputer ini. Sudah ditutup; kalau ada salinannya, simpan di tempat yang aman juga.
doctor-disk-full = Ruang disk tinggal { $mb } MB. Pindahkan berkas lain: kalau penuh, jawaban peserta tidak tersimpan.
doctor-running = Tuntun sedang berjalan dengan data { $file }.
doctor-not-running = Tuntun sedang tidak berjalan, jadi bot tidak menjawab. Jalankan: make run
doctor-database-away = Basis data tidak bisa dihubungi ({ $why }). Periksa DATABASE_URL di berkas .env, dan apakah PostgreSQL menyala.
doctor-database-busy = Basis data sedang dipakai program lain. Tunggu semenit, lalu coba lagi.
doctor-damaged = Berkas data rusak ({ $why }). Hentikan Tuntun, simpan berkas itu di tempat lain, lalu pakai cadangan terakhir Anda.
doctor-tables-missing = Basis data masih kosong. Jalankan: python -m bot migrate
doctor-tables-old = Data ini dari Tuntun versi lama. Buat cadangan dulu: python -m bot backup cadangan.db — lalu jalankan: python -m bot migrate
doctor-tables-newer = Data ini dari Tuntun versi lebih baru. Pasang Tuntun versi terbaru, atau pakai cadangan dari versi ini.
doctor-no-programme = Belum ada program. Buat satu: python -m bot programme create "Nama program"
doctor-programme-zone = Zona waktu program { $name } tidak dikenal: { $zone }. Yang benar misalnya Asia/Jakarta. Minta pengelola mengubahnya.
doctor-people-zone = { $n } orang punya zona waktu yang tidak dikenal, jadi pengingatnya tidak bisa dijadwalkan. Minta mereka mengetik /settings dan memilih lagi.
doctor-unreachable = { $n } orang tidak bisa dihubungi bot. Kirimi mereka tautan bot Anda dan minta menekan Mulai.
doctor-outbox-waiting = { $n } pesan tertahan, yang pertama sejak { $since }. Jalankan Tuntun dan pastikan komputer ini tersambung ke internet.
doctor-due-late = { $n } pengingat terlambat, yang pertama sejak { $since }. Jalankan Tuntun: yang masih berguna tetap dikirim.
doctor-nothing-late = Tidak ada pesan atau pengingat yang tertahan.
doctor-last-activity = Terakhir ada yang memakai bot: { $at }.
doctor-no-activity = Belum ada yang memakai bot. Undang orang: python -m bot invite --role mentee

doctor-token-missing = Token Telegram belum diisi. Di Telegram, buka @BotFather, ketik /newbot, lalu tulis tokennya di berkas .env: TELEGRAM_TOKEN=...
doctor-token-shape = TELEGRAM_TOKEN di berkas .env bukan token Telegram. Bentuknya angka, titik dua, lalu huruf dan angka. Salin lagi seutuhnya dari @BotFather.
doctor-token-refused = Telegram menolak token ini; mungkin salah salin atau sudah diganti. Di @BotFather: /mybots, pilih bot Anda, API Token, lalu salin ke berkas .env.
doctor-telegram-ok = Telegram mengenal bot ini: @{ $bot }.
doctor-telegram-trouble = Telegram sedang bermasalah (kode { $code }). Coba lagi sepuluh menit lagi.
doctor-no-network = Telegram tidak terjangkau dari komputer ini. Periksa internetnya; di jaringan kampus atau kantor, tanyakan apakah Telegram diblokir.
doctor-webhook = Pesan untuk bot ini sekarang dikirim ke { $host }. Kalau itu bukan milik Anda, ganti tokennya di @BotFather (/revoke). Tuntun mengambil alih saat dijalankan.
doctor-second-poller = Ada program lain yang memakai token ini, jadi sebagian pesan tidak sampai ke sini. Hentikan yang lain, atau buat bot baru di @BotFather.
doctor-only-poller = Tidak ada program lain yang memakai token ini.
doctor-poller-unknown = Apakah ada program lain yang memakai token ini baru bisa dilihat saat Tuntun berhenti. Kalau bot sering tidak menjawab, hentikan Tuntun lalu ulangi.
doctor-clock-right = Jam komputer ini tepat.
doctor-clock-ahead = Jam komputer ini terlalu cepat { $minutes } menit, jadi pengingat datang terlalu awal. Nyalakan “setel waktu otomatis” di pengaturan komputer.
doctor-clock-behind = Jam komputer ini terlambat { $minutes } menit, jadi pengingat datang terlambat. Nyalakan “setel waktu otomatis” di pengaturan komputer.
doctor-zones-missing = Daftar zona waktu dunia tidak terpasang. Hapus folder .venv, lalu jalankan: make run

doctor-discord-shape = DISCORD_TOKEN di berkas .env bukan token Discord. Bentuknya tiga bagian dengan titik di antaranya. Salin lagi dari discord.com/developers, aplikasi Anda, Bot.
doctor-discord-refused = Discord menolak token ini; mungkin salah salin atau sudah diganti. Di discord.com/developers: aplikasi Anda, Bot, Reset Token, lalu salin ke berkas .env.
doctor-discord-ok = Discord mengenal bot ini: { $bot }.
doctor-discord-trouble = Discord sedang bermasalah (kode { $code }). Coba lagi sepuluh menit lagi.
doctor-discord-away = Discord tidak terjangkau dari komputer ini. Periksa internetnya; di jaringan kampus atau kantor, tanyakan apakah Discord diblokir.
doctor-discord-no-words = Di Discord pasangan belum bisa mengobrol di utasnya karena bot belum boleh membacanya. Di discord.com/developers: aplikasi Anda, Bot, nyalakan Message Content Intent.
doctor-discord-no-server = Bot belum ada di server Discord mana pun. Undang lewat discord.com/developers, aplikasi Anda, OAuth2, lalu ketik /setup di satu kanal.
