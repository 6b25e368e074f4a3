# Pendaftaran: persetujuan dulu, lalu kenalan.

flow-enroll = pendaftaran
flow-profile = pendaftaran

enroll-consent = Halo! Aku Tuntun, asisten <b>{ $programme }</b> dari { $organiser }. 👋
    { $role ->
        [mentee] Yang kusimpan: nama, tujuan, dan jawabanmu. Mentormu membaca tujuan dan kemajuanmu; koordinator hanya judul dan persennya.
            Lihat atau hapus kapan saja: /dataku, /hapus.
        [mentor] Yang disimpan: nama, zona waktu, dan jawaban Anda. Isi percakapan Anda dengan mentee tidak disimpan.
            Lihat atau hapus kapan saja: /dataku, /hapus.
       *[other] Yang disimpan: nama, zona waktu, bahasa, dan apa yang Anda lakukan di program ini.
            Lihat atau hapus kapan saja: /dataku, /hapus.
    }
enroll-consent-full = { $role ->
        [mentee] <b>Yang disimpan</b>: nama panggilan, bahasa, zona waktu, minat, tujuan, check-in, jawaban formulir, dan waktu terjadinya.
            <b>Yang membaca</b>: kamu semuanya; mentormu tujuan dan check-in yang kamu bagikan; koordinator judul tujuan, persen, dan permintaan bantuan. Masukan hanya dibaca sebagai ringkasan.
            <b>Hakmu</b>: melihat (/dataku), memperbaiki (/ubah), berhenti sementara (/jeda), keluar (/keluar), menghapus (/hapus). Di bawah 18 tahun, orang tua atau wali ikut menyetujui.
       *[other] <b>Yang disimpan</b>: nama panggilan, bahasa, zona waktu, jawaban Anda, dan waktu terjadinya.
            <b>Yang membaca</b>: Anda semuanya; pasangan mentoring profil Anda; koordinator profil, status, dan permintaan bantuan. Masukan hanya dibaca sebagai ringkasan.
            <b>Hak Anda</b>: melihat (/dataku), memperbaiki (/ubah), berhenti sementara (/jeda), keluar (/keluar), menghapus (/hapus).
    }
    { $programme } tidak menjual atau membagikan data ini ke pihak lain.
enroll-declined = Oke, tidak ada yang kusimpan. Kalau berubah pikiran, buka lagi tautan undanganmu.
button-agree = Setuju, lanjut
button-read-all = Baca lengkapnya
button-other-language = English
button-decline = Tidak jadi

profile-name = { $role ->
    [mentee] Sip. Kamu mau dipanggil siapa?
   *[other] Terima kasih. Anda ingin dipanggil siapa?
}
profile-zone = { $role ->
    [mentee] Salam kenal, { $name }! Jam di tempatmu ikut yang mana? Bisa juga ketik nama kota.
   *[other] Salam kenal, { $name }. Jam di tempat Anda ikut yang mana? Bisa juga ketik nama kota.
}
profile-age = Umurmu berapa? Ini hanya untuk tahu apakah wali perlu ikut setuju.
age-adult = 18 tahun ke atas
age-minor = Di bawah 18
profile-guardian = Karena kamu belum 18, orang tua atau walimu perlu ikut setuju. Siapa nama beliau?
profile-guardian-agrees = Serahkan HP-mu ke { $guardian } sebentar, ya. Belum ada? Lanjutkan kapan saja, jawabanmu aman.
    Untuk { $guardian }: apakah Bapak/Ibu setuju { $name } ikut program ini?
guardian-yes = Saya orang tua/wali dan setuju
profile-field = Bidangmu apa?
profile-wants = Apa yang ingin kamu pelajari? Ketuk beberapa, lalu Selesai.
profile-skills = Kemampuan mana yang mau kamu asah?
profile-hard = Mana yang masih terasa ribet? Nanti kubantu pelan-pelan. Kalau aman semua, langsung Selesai.
profile-kinds = Ngobrol dengan mentor paling nyaman lewat apa?
profile-days = Hari apa saja kamu biasanya luang?
profile-clock = Terakhir: tiap { $day }, jam berapa enaknya kuajak check-in 2 menit?
profile-welcome = { $role ->
    [coordinator] Selamat datang, { $name }. Anda koordinator { $programme }: yang butuh perhatian akan sampai di sini.
    [viewer] Selamat datang, { $name }. Anda bisa melihat angka-angka { $programme }.
   *[other] Selamat datang, { $name }. Anda pemilik { $programme }: yang butuh perhatian akan sampai di sini.
}

short-name = Nama
short-zone = Zona waktu
short-age = Umur
short-guardian = Wali
short-guardian-agrees = Persetujuan wali
short-field = Bidang
short-wants = Ingin belajar
short-skills = Kemampuan
short-hard = Masih ribet
short-kinds = Cara ngobrol
short-days = Hari luang
short-clock = Jam check-in

field-tech = IT & data
field-business = Bisnis & ekonomi
field-design = Desain & media
field-science = Sains & teknik
field-health = Kesehatan
field-education = Pendidikan
field-social = Hukum & sosial
field-agriculture = Pertanian & kelautan
want-career = Arah karier
want-cv = CV & wawancara
want-skills = Keahlian teknis
want-portfolio = Portofolio
want-study = Beasiswa & studi lanjut
want-research = Riset & skripsi
want-business = Memulai usaha
want-english = Bahasa Inggris
skill-communication = Komunikasi
skill-speaking = Bicara di depan umum
skill-leadership = Kepemimpinan
skill-problems = Memecahkan masalah
skill-time = Mengatur waktu
skill-teamwork = Kerja tim
skill-confidence = Percaya diri
skill-networking = Membangun relasi
tool-video = Video call
tool-documents = Dokumen online
tool-bots = Bot seperti aku
kind-video = Video
kind-audio = Suara
kind-phone = Telepon
kind-person = Tatap muka
kind-text = Chat
day-mon = Senin
day-tue = Selasa
day-wed = Rabu
day-thu = Kamis
day-fri = Jumat
day-sat = Sabtu
day-sun = Minggu

coordinator-minor = { $name } belum 18 tahun. Wali yang menyetujui: { $guardian }. Mohon pastikan langsung kepada beliau.
