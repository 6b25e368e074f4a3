# Angka program, pasangan, dan kartu pasangan: untuk koordinator.

command-stats = Angka program minggu ini
command-pairs = Semua pasangan, yang paling lama diam dulu
command-pair = Kartu satu pasangan: /pasangan NAMA

phrases-stats = statistik, lihat statistik, angka program, gimana programnya, bagaimana programnya, laporan program, ringkasan program
phrases-pairs = daftar pasangan, lihat pasangan, semua pasangan, pasangan mana yang diam
phrases-pair = kartu pasangan, lihat kartu pasangan

# Angka

stats-not-here = Angka program hanya untuk yang mengurus program.
stats-unknown = Program “{ $what }” belum kutemukan. Yang bisa Anda lihat: { $mine }.
    Contoh: /statistik { $mine } sejak 1 Nov
stats-unclear = “{ $what }” belum bisa kubaca sebagai tanggal, jadi ini 7 hari terakhir. Contoh: /statistik sejak 1 Nov

stats-title = <b>{ $programme } · { $kind ->
    [all] sejak awal ({ $first })
    [since] sejak { $first }
   *[other] { $first } – { $last }
}</b>
stats-arrow = { $way ->
    [up] {" "}▲{ $by }
    [down] {" "}▼{ $by }
    [same] {" "}▬
   *[none] {""}
}
stats-target = { $kind ->
    [range] {" "}· target { $least }–{ $most }%
    [least] {" "}· target mulai { $least }{ $least ->
        [4] {""}
       *[other] %
    }
   *[none] { $most ->
       *[other] {""}
    }
}

stats-match = Punya pasangan { $part } dari { $whole } peserta ({ $percent }%){ $arrow }{ $target }
stats-match-none = Peserta: belum ada yang aktif
stats-active = Pasangan aktif { $part } dari { $whole } ({ $percent }%){ $arrow }{ $target }
stats-active-none = Pasangan: belum ada yang berjalan
stats-checkins = Check-in terjawab { $part } dari { $whole } ({ $percent }%){ $arrow }{ $target }{ $lost ->
    [0] {""}
   *[other] {" "}· { $lost } tidak sampai
}
stats-checkins-none = Check-in: tidak ada yang dikirim
stats-sessions = Sesi terlaksana { $part } dari { $whole } ({ $percent }%){ $arrow }{ $target }
stats-sessions-none = Sesi: tidak ada yang dijadwalkan
stats-goal-counts = Tujuan: { $active } aktif, { $new } baru, { $reached } tercapai
stats-goal-counts-none = Tujuan: belum ada
stats-goal-mean = Kemajuan rata-rata { $percent }% ({ $n } tujuan){ $arrow }
stats-answers = { $relationship } · { $nps }
stats-answers-none = Hubungan dan NPS tampil setelah ada { $least } jawaban
stats-relationship = Hubungan { $score } dari 5 ({ $n } jawaban){ $arrow }{ $target }
stats-relationship-none = Hubungan tampil mulai { $least } jawaban
stats-nps = NPS { $score } ({ $n } jawaban){ $arrow }
stats-nps-none = NPS tampil mulai { $least } jawaban
stats-risk = Perlu perhatian <b>{ $n }</b> dari { $of } pasangan{ $arrow }
stats-standing = Pasangan, tujuan, dan kapasitas: keadaan semalam.
stats-free = Kapasitas mentor tersisa { $n }{ $arrow }

stats-funnel-title = <b>{ $programme } · perjalanan mentee sejak awal</b>
stats-stage = { $stage } <b>{ $n }</b>{ $percent ->
    [-1] {""}
   *[other] {" "}({ $percent }%)
}
stage-invited = Diundang
stage-started = Mulai mendaftar
stage-profile = Pendaftaran lengkap
stage-matched = Dapat mentor
stage-contact = Saling menyapa
stage-session = Sesi pertama
stage-goal = Pasang tujuan
stage-midpoint = Mengisi tengah jalan
stage-closed = Selesai sesuai rencana

stats-goals-title = { $title }
    <b>Tujuan</b>
stats-goals-set = Dipasang { $set } · tercapai { $reached } · digeser tanggalnya { $moved }
stats-goals-mean = Kemajuan rata-rata { $percent }% ({ $n } tujuan)
stats-goals-setting = { $whole ->
    [0] Belum ada pasangan yang berjalan
   *[other] Sudah punya tujuan: { $part } dari { $whole } pasangan ({ $percent }%)
}
stats-goals-attained = { $whole ->
    [0] Tidak ada tujuan yang jatuh tempo
   *[other] Jatuh tempo { $whole }, tercapai { $part } ({ $percent }%)
}
stats-goals-private = Ditambah { $n } tujuan yang dirahasiakan, tidak ikut dihitung.
stats-obstacles = Hambatan, 4 minggu terakhir: { $what }
stats-obstacle = { $what } { $n }
stats-obstacle-other = Lainnya
stats-obstacles-none = Hambatan tampil mulai { $least } orang seminggu.

stats-mentors-title = { $title }
    <b>Mentor</b>
stats-used = { $whole ->
    [0] Belum ada mentor yang terdaftar
   *[other] Sedang mendampingi { $part } dari { $whole } ({ $percent }%){ $target }
}
stats-held = Sesi terlaksana { $n }, rata-rata { $each } per mentor
stats-answered = Mentor biasanya membalas dalam { $hours } jam (dari { $n } pesan); sebaiknya dalam 24–48 jam
stats-answered-none = Waktu balas: belum cukup pesan
stats-rarely = <b>Paling jarang bertemu</b>
stats-mentor = { $name } · { $pairs } dari { $capacity } mentee · { $sessions } sesi

stats-chart-here = 12 minggu terakhir. Minggu lalu: check-in { $part } dari { $whole }, sesi { $held }.
stats-chart-empty = Belum ada minggu yang bisa digambar. Setelah minggu pertama selesai, grafiknya muncul.
stats-chart-checkins = Check-in terjawab, %
stats-chart-sessions = Sesi terlaksana

button-stats-risk = Perlu perhatian
button-stats-chart = Grafik
button-stats-figures = Angka
button-stats-funnel = Corong
button-stats-goals = Tujuan
button-stats-mentors = Per mentor

# Siapa melihat apa

thing-cadence = ritme yang disepakati
thing-staff-notes = catatan koordinator tentang pasangan

# Pasangan

pairs-title = <b>{ $sort ->
    [newest] Pasangan terbaru
    [unmet] Belum ada sesi berikutnya
    [paused] Sedang jeda
   *[quiet] Pasangan, yang paling lama diam dulu
}</b> · { $n }{ $pages ->
    [1] {""}
   *[other] {" "}· hal. { $page } dari { $pages }
}
pairs-none = { $sort ->
    [unmet] Semua pasangan sudah punya sesi berikutnya. 👍
    [paused] Tidak ada yang sedang jeda.
   *[other] Belum ada pasangan. Kalau mentee dan mentor sudah terdaftar, pasangkan dulu.
}
pairs-resting = { $n } pasangan lain sedang jeda, tidak dihitung.
pairs-line = <b>{ $mentee } → { $mentor }</b>
    { $contact }{ $goals } · { $next }
pairs-gone = (sudah menghapus data)
pairs-on-break = sedang jeda
pairs-contact = { $kind ->
    [new] baru dipasangkan hari ini
    [none] { $days } hari dipasangkan, belum saling menyapa
    [today] kontak hari ini
   *[days] { $days } hari tanpa kontak
}{ $cadence ->
    [weekly] {" "}(sepakat: mingguan)
    [biweekly] {" "}(sepakat: dua minggu sekali)
    [monthly] {" "}(sepakat: bulanan)
   *[none] {""}
}
pairs-percent = { $percent ->
    [-1] {""}
   *[other] {" "}· tujuan { $percent }%
}
pairs-next = sesi { $at }
pairs-next-none = belum ada sesi berikutnya

pair-title = <b>{ $mentee } → { $mentor }</b>
pair-since = Berpasangan sejak { $since }, { $ends }
pair-ends = sampai { $day }
pair-open = tanpa batas waktu
pair-over = { $kind ->
    [closed] sudah selesai sesuai rencana
   *[other] sudah berakhir
}
pair-sessions = Sesi terlaksana { $held }, { $next }
pair-goal = Tujuan: { $title }{ $percent ->
    [-1] {""}
   *[other] {" "}· { $percent }%
}
pair-happened = <b>Yang terjadi</b>
pair-event = { $day } · { $kind ->
    [paired] dipasangkan
    [ended] berakhir
    [closed] selesai sesuai rencana
    [agreed] sepakat cara kerja
    [held] sesi terlaksana
    [missed] sesi tidak jadi
    [cancelled] sesi dibatalkan
    [planned] sesi dijadwalkan
    [checkin] check-in terisi
    [goal] tujuan baru
    [reached] tujuan tercapai
   *[messages] { $n } pesan
}
pair-note-line = Catatan { $author }, { $day }: “{ $text }”
pair-which = Pasangan yang mana?
pair-not-named = Tidak ada pasangan dengan nama “{ $said }”. Coba nama lain, misalnya /pasangan Sari.
pair-who = Pasangan siapa? Ketik namanya, misalnya /pasangan Sari.
pair-not-here = Pasangan itu tidak ada di program yang sedang Anda kerjakan.
pair-is-over = Pasangan itu sudah berakhir, jadi tidak ada yang berubah.

pair-notes-title = <b>Catatan tentang { $mentee } dan { $mentor }</b>
    Hanya terbaca koordinator program ini.
pair-notes-none = Belum ada catatan.
pair-note-what = Apa yang perlu dicatat tentang { $mentee } dan { $mentor }? Hanya koordinator program ini yang membaca.
short-pair-note = Catatan
pair-write-what = Apa yang mau disampaikan ke { $mentee } dan { $mentor }? Keduanya membaca kalimat yang sama, dengan nama Anda.
short-pair-write = Pesan
pair-write-sure = Ke <b>{ $mentee }</b> dan <b>{ $mentor }</b>:
    “{ $text }”
pair-not-written = Oke, tidak ada yang dikirim.
pair-written = Dikirim ke { $names } ✓ Kalau sedang jam tenang, sampainya sesudah itu.
pair-not-reached = Belum bisa dihubungi bot: { $names }.
pair-from-staff = { $role ->
    [mentee] <b>{ $name }</b>, koordinator programmu, menulis:
   *[other] <b>{ $name }</b>, koordinator program Anda, menulis:
    }
    “{ $text }”
pair-end-sure = Akhiri pasangan <b>{ $mentee }</b> dan <b>{ $mentor }</b>?
    Keduanya dikabari dengan baik, tanpa alasan. { $ahead ->
        [0] Tidak ada sesi yang batal.
       *[other] { $ahead } sesi ke depan batal.
    } Setelah ini keduanya bisa dipasangkan dengan orang lain.
pair-ended-now = Pasangan { $names } berakhir. Keduanya dikabari{ $n ->
    [0] {""}
   *[other] {" "}dan { $n } sesi dibatalkan
}.

flow-pair_note = catatan pasangan
flow-pair_write = pesan ke pasangan
flow-pair_end = akhiri pasangan

button-pair = { $mentee } → { $mentor }
button-pairs = Semua pasangan
button-pairs-quiet = Paling diam
button-pairs-newest = Terbaru
button-pairs-unmet = Tanpa sesi
button-pairs-paused = Jeda
button-pair-write = Tulis ke keduanya
button-pair-note = Tambah catatan
button-pair-notes = Catatan ({ $n })
button-pair-card = Kartu pasangan
button-pair-end = Akhiri pasangan
button-pair-end-yes = Ya, akhiri
button-pair-keep = Tidak jadi
button-pair-send = Kirim
button-pair-not = Jangan kirim
