# Menjangkau banyak orang: saringan, pengumuman, sapaan, laporannya.

flow-announce = pengumuman
flow-nudge = sapaan
flow-campaign_change = ubah kiriman
flow-campaign_plan = jadwal kiriman

command-announce = Umumkan sesuatu ke banyak orang
command-nudge = Sapa yang lama diam atau belum sempat
command-audience = Siapa yang cocok dengan sebuah saringan
phrases-announce = umumkan, buat pengumuman, kirim pengumuman, kabari semua peserta, kirim ke semua peserta
phrases-nudge = sapa peserta, sapa yang diam, ingatkan peserta, colek peserta
phrases-audience = saringan peserta, cara menyaring peserta, siapa saja yang diam

# Untuk siapa

audience-words = <b>Saringan</b>: kata yang berdampingan harus cocok semua, koma berarti “atau”, <code>bukan</code> membalik.
    <code>mentee</code> <code>mentor</code> <code>semua</code> <code>tim</code> <code>berpasangan</code> <code>belum-berpasangan</code> <code>jeda</code>
    <code>diam&gt;14 hari</code> <code>tanpa-tujuan</code> <code>tanpa-sesi</code> <code>checkin-terlewat</code>
    <code>topik:data</code> <code>zona:wita</code> <code>bahasa:en</code>, atau nama orang: <code>"Sari"</code>
    Contoh: <code>mentee diam 14 hari, belum berpasangan</code>. Yang sedang jeda tidak ikut, kecuali diminta.
audience-empty = Untuk siapa? Tulis misalnya “semua”, “mentee diam 14 hari”, atau sebuah nama.
audience-unclear = “{ $heard }” belum kukenal. Yang bisa misalnya “mentee diam 14 hari”, “belum berpasangan”, “zona:wita”, atau nama dalam tanda kutip.
audience-near = “{ $heard }” belum kukenal. Maksudnya <code>{ $near }</code>? Kalau itu nama orang, beri tanda kutip: "{ $heard }".
audience-cut = Saringan itu terlalu panjang untuk ditulis di belakang perintah. Tulis di sini saja.
audience-means = <b>{ $whom }</b>: { $n ->
        [0] tidak ada yang cocok sekarang.
       *[other] { $n } orang ({ $where })
    }
audience-lost = { $n } di antaranya tidak bisa dihubungi.
whom-all = Semua
whom-mentees = Semua mentee
whom-mentors = Semua mentor
whom-missed = Check-in terlewat
whom-silent = Mentee diam 14 hari
whom-no-goal = Belum punya tujuan
whom-no-session = Belum bertemu 3 minggu
whom-paired = Yang berpasangan
whom-unpaired = Belum berpasangan
whom-typed = { $filter }
button-filters = Cara menyaring
short-whom-many = Untuk

# Menulisnya

campaign-whom = { $kind ->
    [announce] Pengumuman ini untuk siapa? Ketuk, atau tulis saringan.
    [form] Formulir ini untuk siapa? Ketuk, atau tulis saringan.
   *[other] Siapa yang disapa? Ketuk, atau tulis saringan.
}
campaign-whom-again = { $hint }
    { $question }
campaign-text-id = Apa isi pengumumannya, dalam bahasa Indonesia? Kalau dilewati, semua orang mendapat teks Inggrisnya.
campaign-text-en = Dan dalam bahasa Inggris? Kalau dilewati, semua orang mendapat teks Indonesianya.
short-id = Indonesia
short-en = Inggris
nudge-kind = Menyapa soal apa? Kata-katanya sudah ada, lengkap dengan tombolnya.
nudge-checkin = Check-in
nudge-goal = Tujuan
nudge-session = Sesi
nudge-first = Sapaan pertama
short-nudge-kind = Soal

# Sebelum dikirim

campaign-preview = { $language ->
    [en] 👁 Pratinjau, seperti dibaca orang (Inggris):
   *[other] 👁 Pratinjau, seperti dibaca orang:
}
campaign-title = <b>{ $kind ->
        [announce] Pengumuman
        [form] Formulir
        [checkin] Sapaan: check-in
        [goal] Sapaan: tujuan
        [session] Sapaan: sesi
       *[other] Sapaan pertama
    }</b> · { $whom } · { $state ->
        [draft] belum dikirim
        [planned] berangkat { $at }
        [sending] sedang dikirim
        [sent] selesai { $at }
       *[other] dihentikan
    }
campaign-words = “{ $text }”
campaign-one-language = Teksnya hanya { $language ->
    [en] bahasa Inggris
   *[other] bahasa Indonesia
}; semua orang mendapat itu.
campaign-reach = { $n ->
    [0] Tidak ada yang bisa dihubungi ({ $lost } orang).
   *[other] Akan sampai ke <b>{ $n } orang</b> ({ $where }){ $lost ->
        [0] {""}
       *[other] ; { $lost } tidak bisa dihubungi
    }.
}
campaign-on = { $n } { $platform }
campaign-nobody = { $skipped ->
    [0] Saat ini tidak ada yang cocok, jadi belum ada yang dikirim.
   *[other] Selain itu tidak ada yang cocok, jadi belum ada yang dikirim.
}
campaign-names = Yaitu: { $names }.
campaign-minutes = Terkirim dalam ±{ $n } menit; jawaban untuk orang lain tetap didahulukan. Yang sedang di jam tenang menerimanya setelah itu.
campaign-skipped = { $n } dilewati: { $reasons }.
campaign-skip = { $n } { $why ->
    [paused] sedang jeda
    [role] bukan mentee
    [alone] belum berpasangan
    [done] sudah beres
    [recent] baru disapa dalam 3 hari
   *[other] pengingatnya minggu ini sudah cukup
}
button-send-now = Kirim ke { $n } orang
button-plan = { $state ->
    [planned] Ganti waktu
   *[other] Jadwalkan…
}
button-only-me = Hanya ke saya
button-campaign-change = Ubah
button-stop = { $state ->
    [draft] Buang
    [planned] Batalkan kiriman
   *[other] Hentikan
}
button-refresh = Perbarui
button-campaigns = Semua kiriman
button-announce = Umumkan
button-nudge = Sapa
button-report-campaign = Lihat laporan
campaign-part = Mana yang mau diubah?
campaign-part-whom = Untuk siapa
campaign-part-id = Teks Indonesia
campaign-part-en = Teks Inggris
short-part = Bagian
campaign-day = Kirim hari apa? Menurut jam di tempat Anda.
campaign-on-day = { $day }
campaign-clock = { $day }, jam berapa?
short-on = Hari
short-at = Jam
campaign-too-late = Waktu itu sudah lewat. Pilih waktu lain, ya.

# Sesudahnya

campaign-gone = Kiriman itu tidak ada di program ini, atau sudah tidak bisa diubah.
campaign-over = { $state ->
    [sent] Kiriman ini sudah selesai, jadi tidak ada yang bisa ditarik.
   *[other] Kiriman ini sudah dihentikan.
}
campaign-stopped = { $state ->
    [draft] Dibuang. Tidak ada yang terkirim.
    [planned] Dibatalkan. Tidak ada yang terkirim.
   *[other] Dihentikan: { $gone } sudah terkirim, { $back } ditarik kembali.
}
campaign-none-yet = { $n ->
    [0] Belum ada yang berangkat.
   *[other] Belum ada yang berangkat dari { $n } orang.
}
campaign-count = { $state ->
    [sent] ✓ { $n } terkirim
    [waiting] { $n } menunggu giliran
    [unreachable] { $n } tidak bisa dihubungi
    [uncertain] { $n } tidak pasti sampai
    [refused] { $n } ditolak aplikasinya
   *[other] { $n } ditarik atau kedaluwarsa
}
campaign-done = { $kind ->
    [announce] Pengumuman
    [form] Formulir
   *[other] Sapaan
} untuk “{ $whom }” selesai:
campaigns-title = <b>Kiriman terakhir</b>
campaigns-none = Belum pernah ada kiriman. Mulai dari pengumuman, atau sapa yang lama diam.
campaigns-line = { $number }. { $kind ->
        [announce] Pengumuman
        [form] Formulir
        [checkin] Sapaan: check-in
        [goal] Sapaan: tujuan
        [session] Sapaan: sesi
       *[other] Sapaan pertama
    } · { $whom } · { $state ->
        [draft] belum dikirim
        [planned] berangkat { $at }
        [sending] sedang dikirim ke { $total }
        [sent] { $total } orang, { $at }
       *[other] dihentikan
    }

# Yang dibaca orang

announce-words = 📣 <b>{ $programme }</b>
    { $words }
campaign-form = { $role ->
    [mentee] { $name }, { $programme } ingin mendengar darimu: <b>{ $form }</b>. Cuma beberapa menit.
   *[other] { $name }, { $programme } ingin mendengar dari Anda: <b>{ $form }</b>. Cuma beberapa menit.
}
nudge-words-checkin = { $role ->
    [mentee] { $name }, koordinator { $programme } titip sapa: gimana minggumu? Satu check-in singkat saja sudah cukup, 2 menit.
   *[other] { $name }, koordinator { $programme } titip sapa.
}
nudge-words-goal = { $role ->
    [mentee] { $name }, koordinator { $programme } titip sapa: yuk pasang satu tujuan, yang kecil pun boleh. Kubantu merumuskannya.
   *[other] { $name }, koordinator { $programme } titip sapa.
}
nudge-words-session = { $role ->
    [mentee] { $name }, koordinator { $programme } titip sapa: sudah waktunya ngobrol lagi dengan mentormu. Tiga puluh menit saja cukup; kubantu cari waktunya.
   *[other] { $name }, koordinator { $programme } titip sapa: sepertinya sudah agak lama Anda dan mentee tidak bertemu. Tiga puluh menit pun cukup; mari cari waktunya.
}
nudge-words-first = { $role ->
    [mentee] { $name }, mentormu menunggu kabar pertamamu. Satu kalimat saja cukup, ini contohnya.
   *[other] { $name }, satu sapaan dari Anda membuat mentee berani bercerita. Satu kalimat saja cukup, ini contohnya.
}
