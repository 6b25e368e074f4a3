# Meja koordinator: data keluar dari bot, ringkasan mingguan, jejak siapa berbuat apa.

command-export = Unduh data program: zip, CSV, XLSX
phrases-export = ekspor data program, unduh data program, data program ke excel, minta file excel program

export-title = <b>Data { $programme } sebagai file</b>
export-holds = Orang { $people } · pasangan { $pairs } · tujuan { $goals } (judul dan persen saja)
    Sesi { $sessions } · check-in { $checkins } (terisi atau belum) · kemajuan { $progress }
    Permintaan bantuan { $calls } (topiknya saja) · kejadian { $events }
    Masukan dan suasana hati: hanya angka gabungan.
export-all = Dari awal program sampai sekarang.
export-since = Sesi, check-in, dan kejadian sejak { $day }; orang, pasangan, dan tujuan selalu lengkap.
export-private = { $n ->
    [0] Tidak ikut: isi check-in, percakapan, dan catatan.
    [-1] Tidak ikut: isi check-in, percakapan, catatan, dan segelintir tujuan yang dirahasiakan pemiliknya.
   *[other] Tidak ikut: isi check-in, percakapan, catatan, dan { $n } tujuan yang dirahasiakan pemiliknya.
}
export-careful = <b>Ini data pribadi.</b> Hanya koordinator dan pemilik program yang boleh menyimpannya; hapus begitu selesai dipakai.
export-unclear = “{ $heard }” belum kupahami sebagai tanggal. Tulis misalnya: /ekspor sejak 1 Nov
export-begun = Filenya sedang kusiapkan dan kukirim ke sini begitu jadi. Untuk program besar bisa beberapa menit.
export-here = Data <b>{ $name }</b>: CSV, JSON, dan satu XLSX; arti tiap kolom ada di dictionary.csv.
export-part = Data <b>{ $programme }</b>, file ke-{ $number }. Datanya banyak, file berikutnya menyusul.
export-last = Data <b>{ $programme }</b>, file ke-{ $number }: ini yang terakhir.
export-keep = Simpan di tempat yang hanya bisa dibuka tim koordinator, ya.
export-weekly-on = Mulai { $at }, datanya kukirim ke sini tiap Senin pagi.
export-weekly-off = Ekspor mingguan kuhentikan.
button-export = Buat file zip
button-export-all = Semua data
button-export-month = Bulan ini saja
button-export-weekly = Kirim ke sini tiap Senin
button-export-never = Hentikan kiriman tiap Senin
button-export-page = Kembali ke ekspor

export-readme = Data program { $programme }
export-readme-all = Isinya dari awal program sampai file ini dibuat.
export-readme-since = Sesi, check-in, kemajuan, permintaan bantuan, dan kejadian sejak { $day }; tabel lainnya lengkap.
export-readme-table = { $table }: { $holds }
export-readme-left-out = Kolom yang menurut aturan privasi tidak boleh dilihat koordinator tidak ada di sini. Angka gabungan baru ada mulai 5 orang.
export-readme-clock = Jam di CSV dan XLSX adalah jam di { $zone }; di JSON waktu UTC. Sel yang diawali tanda petik (') dibuat aman: spreadsheet tidak menghitungnya sebagai rumus.

export-holds-people = anggota program
export-holds-pairs = pasangan mentor dan mentee
export-holds-goals = tujuan mentee, tanpa yang dirahasiakan
export-holds-sessions = sesi mentoring
export-holds-checkins = check-in mingguan, ditanya dan terisi
export-holds-progress = kemajuan tiap tujuan dari waktu ke waktu
export-holds-calls = permintaan bantuan, tanpa isinya
export-holds-events = apa yang terjadi dan kapan
export-holds-moods = rata-rata suasana hati per minggu
export-holds-forms = hasil formulir, hanya angka gabungan

export-is-people-person = nomor orang, sama di semua tabel
export-is-people-name = nama
export-is-people-role = peran di program
export-is-people-standing = enrolling (sedang mendaftar), waiting (menunggu persetujuan), active, paused (jeda), left (keluar)
export-is-people-paused_until = jeda sampai kapan
export-is-people-reason = alasan keluar
export-is-people-capacity = berapa mentee yang sanggup didampingi mentor
export-is-people-joined_at = bergabung kapan
export-is-people-reach = ok kalau pesan sampai; selain itu alasannya
export-is-people-consent_at = terakhir menyetujui ketentuan
export-is-pairs-pair = nomor pasangan
export-is-pairs-mentor = nomor mentor
export-is-pairs-mentor_name = nama mentor
export-is-pairs-mentee = nomor mentee
export-is-pairs-mentee_name = nama mentee
export-is-pairs-state = active, atau bagaimana pasangan ini berakhir
export-is-pairs-source = bagaimana mereka dipasangkan
export-is-pairs-began_at = mulai kapan
export-is-pairs-ends = rencana berakhir
export-is-pairs-ended_at = berakhir kapan
export-is-pairs-reason = alasan berpisah, kalau diberikan
export-is-goals-goal = nomor tujuan
export-is-goals-person = nomor mentee
export-is-goals-title = judul tujuan
export-is-goals-percent = kemajuan terakhir, 0 sampai 100
export-is-goals-state = active, reached (tercapai), dropped (dilepas)
export-is-goals-created_at = dibuat kapan
export-is-goals-closed_at = tercapai atau dilepas kapan
export-is-sessions-session = nomor sesi
export-is-sessions-pair = nomor pasangan
export-is-sessions-state = proposed (diusulkan), confirmed (disepakati), held (terlaksana), missed (tidak terjadi), unclear (dua cerita berbeda), cancelled (batal)
export-is-sessions-kind = video, telepon, tatap muka, atau tertulis
export-is-sessions-minutes = lamanya, dalam menit
export-is-sessions-starts_at = mulai kapan
export-is-sessions-created_at = diusulkan kapan
export-is-checkins-checkin = nomor check-in
export-is-checkins-person = nomor mentee
export-is-checkins-week = hari check-in ini dijadwalkan
export-is-checkins-asked_at = ditanya kapan
export-is-checkins-answered_at = dijawab kapan; kosong kalau belum
export-is-progress-progress = nomor catatan
export-is-progress-goal = nomor tujuan
export-is-progress-percent = kemajuan saat itu, 0 sampai 100
export-is-progress-at = dicatat kapan
export-is-calls-call = nomor permintaan
export-is-calls-person = nomor orang yang meminta
export-is-calls-topic = tentang apa
export-is-calls-state = open (terbuka), answered (sudah dijawab), closed (selesai)
export-is-calls-taken_by = nomor koordinator yang menangani
export-is-calls-at = diminta kapan
export-is-calls-changed_at = terakhir berubah kapan
export-is-events-event = nomor kejadian
export-is-events-at = kapan
export-is-events-person = nomor orang; kosong kalau datanya sudah dihapus
export-is-events-what = jenis kejadian
export-is-events-about = tentang apa
export-is-moods-week = Senin minggu itu
export-is-moods-answers = berapa jawaban
export-is-moods-mean = rata-rata, 1 (berat) sampai 5 (lancar)
export-is-forms-form = nama formulir
export-is-forms-question = pertanyaan
export-is-forms-answer = jawaban
export-is-forms-count = berapa kali dipilih
export-is-forms-answers = berapa yang menjawab pertanyaan ini
export-is-forms-mean = rata-rata, kalau jawabannya angka

# Jejak

command-audit = Jejak: siapa melihat dan mengubah apa
phrases-audit = jejak koordinator, siapa melihat data siapa, siapa mengubah apa, riwayat koordinator

audit-title = <b>Siapa berbuat apa</b> · { $about }
audit-all = semuanya, terbaru di atas
audit-of = tentang atau oleh { $name }
audit-since = { $about }, sejak { $day }
audit-line = { $at } · <b>{ $who }</b> { $did }
audit-about = { $did }: { $about }
audit-somebody = (lewat server, atau sudah dihapus)
audit-nothing = Belum ada apa-apa di sini.
audit-unclear = “{ $heard }” bukan nama anggota program ini dan bukan tanggal. Tulis misalnya: /jejak Rina atau /jejak sejak 1 Nov
audit-which = Yang mana?
audit-file-here = Jejak program <b>{ $programme }</b> sebagai CSV. Pengambilan ini pun tercatat.
audit-did-look = membuka { $what ->
    [forms] daftar formulir
    [form_card] satu formulir
    [form_send] pengiriman formulir
    [form_retire] satu formulir
    [form_preview] pratinjau formulir
    [form_results] hasil formulir
    [form_question] hasil formulir
    [form_comments] komentar di formulir
    [form_chart] grafik formulir
    [applicant] pendaftaran
    [decline] pendaftaran
    [programme_home] halaman program
    [programme_change] pengaturan program
    [programme_stage] tahap program
    [risk_pair] pasangan yang butuh perhatian
    [risk_fine_list] pasangan yang dibiarkan dulu
    [risk_rules] aturan pasangan diam
    [invitations] daftar undangan
    [invitation] satu undangan
    [pause_member] jeda anggota
    [remove_member] pengeluaran anggota
    [everyone] daftar semua orang
    [list_left] orang yang tidak ada di daftar
    [pair_pick] pilihan pasangan
    [pair_sure] pilihan pasangan
    [campaign] satu pengumuman
    [campaigns] daftar pengumuman
    [ticket] satu permintaan bantuan
    [pair_notes] catatan pasangan
   *[other] /{ $what }
}
audit-did-file = mengambil file { $what }
audit-did-export = mengambil data: { $what }
audit-taken-all = semuanya
audit-taken-audit = jejak ini
audit-taken-since = sejak { $day }
audit-did-exports = mengatur ekspor mingguan
audit-did-digest = mengatur ringkasan mingguan
audit-did-digest-stop = menghentikan ringkasan mingguan
audit-did-digest-lost = ringkasan mingguan terhenti, grupnya tidak bisa ditulisi
audit-did-programme = membuat program
audit-did-settings = mengubah { $what ->
    [name] nama program
    [dates] tanggal program
    [zone] zona waktu program
    [plan] ritme program
    [joining] cara ikut program
    [welcome] kata sambutan
    [inactive] batas pasangan diam
    [choice] aturan memilih mentor sendiri
   *[other] pengaturan program
}
audit-did-stage = { $what ->
    [draft] mengembalikan program jadi rancangan
    [open] membuka program
    [closed] menutup program
    [archived] mengarsipkan program
   *[other] mengubah tahap program
}
audit-did-invite = membuat undangan
audit-did-invite-closed = menutup undangan
audit-did-list = memasukkan daftar peserta
audit-did-join = bergabung
audit-did-approve = menerima pendaftar
audit-did-decline = menolak pendaftar
audit-did-ask = bertanya ke pendaftar
audit-did-seat = mengubah peran
audit-did-pause = mengatur jeda anggota
audit-did-remove = mengeluarkan anggota
audit-did-pair = memasangkan
audit-did-end = mengakhiri pasangan
audit-did-nudge = menyapa pasangan
audit-did-write = menulis pesan
audit-did-text = mengambil teks siap pakai
audit-did-watch = menandai pasangan baik-baik saja, atau mencabutnya
audit-did-note = menulis atau menghapus catatan
audit-did-ticket = menangani permintaan bantuan
audit-did-ticket-closed = menutup permintaan bantuan
audit-did-campaign = menyiapkan pesan ke banyak orang
audit-did-campaign-sent = mengirim pesan ke banyak orang
audit-did-campaign-stopped = membatalkan pesan ke banyak orang
audit-did-form = mengatur formulir
audit-did-standing = jeda, kembali, atau keluar
audit-did-help = meminta bantuan
audit-did-other = melakukan “{ $what }”
button-audit-older = Lebih lama ▶
button-audit-look = Yang dibuka
button-audit-change = Yang diubah
button-audit-take = Yang diambil
button-audit-all = Semua
button-audit-file = CSV

# Ringkasan mingguan

flow-digest_time = waktu ringkasan mingguan

command-digest = Ringkasan angka mingguan, juga ke grup
phrases-digest = ringkasan mingguan, ringkasan program minggu ini, kirim ringkasan ke grup

summary-title = <b>{ $programme } · { $first } – { $last }</b>
summary-pairs = Pasangan aktif { $percent }% dari { $whole }{ $way }
summary-matched = Sudah berpasangan { $percent }% dari { $whole } orang{ $way }
summary-checkins = Check-in terjawab { $percent }% dari { $whole }{ $way }
summary-sessions = Sesi terlaksana { $percent }% dari { $whole }{ $way }
summary-way = { $way ->
    [up] {" "}▲{ $by }
    [down] {" "}▼{ $by }
    [same] {" "}▬
   *[unknown] {""}
}
summary-goals = Tujuan: { $active } aktif, { $reached ->
    [0] belum ada yang tercapai minggu ini
    [-1] beberapa tercapai minggu ini
   *[other] { $reached } tercapai minggu ini
}{ $mean ->
    [-1] {""}
   *[other] , rata-rata { $mean }%
}
summary-relationship = Hubungan { $mean } dari 5 ({ $n } jawaban)
summary-nps = NPS { $nps } ({ $n } jawaban)
summary-at-risk = { $n ->
    [0] Tidak ada pasangan yang perlu perhatian.
    [-1] Kurang dari 5 pasangan perlu perhatian.
   *[other] { $n } pasangan perlu perhatian.
} { $free ->
    [0] Kapasitas mentor habis.
    [-1] Sisa kapasitas mentor kurang dari 5.
   *[other] Sisa kapasitas mentor { $free }.
}
summary-too-few = Angka lain baru tampil kalau berasal dari 5 orang atau lebih.
summary-late = (Harusnya sampai { $day }, { $clock }. Maaf terlambat.)
summary-here = Ringkasan mingguan { $programme } akan datang ke sini tiap { $day }, { $clock } { $zone }: hanya angka, tanpa nama.
summary-nowhere = Belum dikirim ke grup mana pun. Tambahkan aku ke grup koordinator, lalu tulis di sana: /ringkasan di sini
summary-goes = Tiap { $day }, { $clock } { $zone } ke { $chat }.
summary-chat = { $platform ->
    [discord] kanal Discord
   *[other] grup Telegram
}{ $of ->
    [1] {""}
   *[other] {" "}{ $number }
}
summary-day = Tiap hari apa ringkasannya dikirim?
summary-clock = Jam berapa, menurut jam program?
summary-moved = Sip, ringkasan berikutnya { $day }, { $clock } { $zone }.
summary-stopped = Ringkasan tidak lagi dikirim ke sana. Mau lagi? Tulis /ringkasan di sini di grupnya.
summary-gone = Ringkasan itu sudah tidak dikirim lagi.
summary-lost = Ringkasan mingguan { $programme } tidak bisa masuk ke grupnya, jadi kuhentikan. Pastikan aku ada di grup itu dan boleh menulis, lalu kirim di sana: /ringkasan di sini
button-summary-move = Ganti waktu untuk { $chat }
button-summary-stop = Hentikan ke { $chat }
button-summary = Ringkasan mingguan

audit-did-match = menyusun atau menerbitkan draf pasangan
audit-did-apart = mengubah siapa yang tidak dipasangkan
