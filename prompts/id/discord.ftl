# Yang hanya ada di Discord: server, thread pasangan, formulir, dan nama perintah.

form-title = Isi sekaligus
option-text = Boleh ditambah kata-kata, misalnya 2 minggu
option-link = Sambungkan akun ini, atau pakai kode undangan
option-channel = Kanal tempat tiap pasangan mendapat thread pribadi
option-programme = Nama program, kalau Anda mengurus beberapa
command-setup = Pilih kanal untuk thread pasangan (pengelola server)

thread-welcome = Thread ini untuk kalian berdua: jadwal sesi dan kartu topik muncul di sini. Hal pribadi tetap lewat pesan langsung dariku.
thread-knock = Ada kabar untukmu, tapi pesan langsungmu tertutup. Ketik /bantuan di sini; jawabannya hanya kamu yang lihat.

setup-done = Beres ✓ Tiap pasangan { $programme } mendapat thread pribadi di { $channel }.
setup-missing = Belum bisa dipakai. Di { $channel }, bot ini masih perlu izin:
setup-in-server = Perintah ini untuk di server. Ketik /siapkan di server Anda.
setup-managers = Ini untuk pengelola server (izin Kelola Server).
setup-text-channel = Pilih kanal teks biasa di server ini.
setup-stranger = Discord ini belum tersambung dengan Tuntun. Ketik /sambungkan dengan kode undangan Anda dulu.
setup-not-coordinator = Ini untuk koordinator atau pemilik program.
setup-which = Anda mengurus beberapa program. Sebutkan satu: { $names }
setup-trouble = Discord sedang tidak menjawab, jadi belum ada yang berubah. Coba lagi sebentar lagi.
setup-no-words = Satu lagi: bot belum boleh membaca tulisan di server, jadi pasangan belum bisa mengobrol lewat thread. Nyalakan Message Content Intent di discord.com/developers (bagian Bot), lalu jalankan ulang bot.

permission-view-channel = • Lihat Kanal (View Channel)
permission-read-message-history = • Baca Riwayat Pesan (Read Message History)
permission-send-messages = • Kirim Pesan (Send Messages)
permission-create-private-threads = • Buat Thread Pribadi (Create Private Threads)
permission-send-messages-in-threads = • Kirim Pesan di Thread (Send Messages in Threads)
permission-manage-threads = • Kelola Thread (Manage Threads)
permission-embed-links = • Sematkan Tautan (Embed Links)
permission-attach-files = • Lampirkan Berkas (Attach Files)

coordinator-dm-closed = Pesan langsung Discord <b>{ $name }</b> tertutup. Pengingatnya kusimpan; minta { $name } membuka Pesan Langsung di setelan privasi server.
coordinator-left-server = <b>{ $name }</b> tidak ada lagi di server Discord. Pengingatnya kusimpan; ajak { $name } kembali, atau sambungkan Telegram.
coordinator-thread-channel-gone = Kanal thread pasangan di Discord sudah dihapus (terlihat di pasangan { $name }). Pesannya kusimpan; pilih kanal baru dengan /siapkan.
coordinator-thread-server-left = Bot tidak ada lagi di server Discord pasangan (terlihat di pasangan { $name }). Undang bot kembali, lalu ketik /siapkan.
coordinator-thread-no-access = Bot tidak bisa melihat kanal thread pasangan di Discord (terlihat di pasangan { $name }). Beri izin Lihat Kanal, lalu ketik /siapkan.
coordinator-thread-no-permission = Bot kurang izin di kanal thread pasangan di Discord (terlihat di pasangan { $name }). Ketik /siapkan untuk melihat izin mana.
coordinator-thread-too-many-threads = Server Discord sudah penuh thread (terlihat di pasangan { $name }). Arsipkan yang lama, lalu ketik /siapkan.
