# Hak sendiri: jeda, keluar, hapus, salinan data, siapa melihat apa, kenapa dan kapan diingatkan.

flow-pause = jeda
flow-resume = lanjut setelah jeda
flow-leave = keluar dari program
flow-erase = penghapusan data
flow-my_data = salinan data

pause-until = Mau jeda sampai kapan? Selama itu tidak ada pengingat.
pause-longer = Mau diperpanjang berapa lama? Dihitung dari { $day }.
pause-week = 1 minggu
pause-weeks = 2 minggu
pause-month = 1 bulan
pause-how = Ketik lamanya atau tanggal kembalinya, misalnya “10 hari” atau “5 Januari”.
pause-again = { $role ->
    [mentee] Kamu sedang istirahat sampai { $day }. Mau diperpanjang?
   *[other] Anda sedang jeda sampai { $day }. Mau diperpanjang?
}
pause-done = { $role ->
    [mentee] Selamat istirahat, { $name }. Tidak ada pengingat; kita lanjut lagi { $day }. Tempatmu aman. 🌿
    [mentor] Jeda tercatat, { $name }. Pengingat mulai lagi { $day }.
   *[other] Jeda tercatat, { $name }. Sampai { $day }, kabar dan permintaan bantuan peserta tidak sampai ke Anda.
}
resume-done = { $role ->
    [mentee] Senang kamu kembali, { $name }! Mulai pelan-pelan saja.
   *[other] Selamat datang kembali, { $name }. Pengingat berjalan lagi.
}
resume-not-paused = { $role ->
    [mentee] Kamu tidak sedang jeda; semua jalan seperti biasa.
   *[other] Anda tidak sedang jeda; semua berjalan seperti biasa.
}
short-until = Sampai

leave-why = Boleh tahu alasannya? Hanya koordinator yang membaca, dan boleh dilewati.
leave-time = Sedang tidak ada waktu
leave-reached = Yang dicari sudah tercapai
leave-match = { $role ->
    [mentor] Kurang cocok dengan mentee
   *[other] Kurang cocok dengan mentor
}
leave-uneasy = Ada yang membuat tidak nyaman
leave-unsaid = tidak disebutkan
leave-sure = { $partners ->
    [0] Keluar dari { $programme }? Pengingat berhenti. Data tetap tersimpan sampai dihapus.
   *[other] Keluar dari { $programme }? Pengingat berhenti dan pasangan mentoring berakhir. Data tetap tersimpan sampai dihapus.
}
leave-sure-leave = Ya, keluar
leave-sure-pause = Jeda dulu saja
leave-sure-talk = Bicara dulu dengan koordinator
leave-sure-stay = Tidak jadi
leave-last-owner = Anda satu-satunya pemilik { $programme }; tanpa pemilik, tidak ada yang bisa mengurusnya.
    Jadikan orang lain pemilik dulu lewat Tim, atau undang seseorang. Setelah itu Anda bisa keluar. Programnya memang sudah selesai? Arsipkan di /program.
button-invite-owner = Undang pemilik
leave-stayed = Oke, tidak ada yang berubah. Senang tetap bersama.
leave-done = { $role ->
    [mentee] Sampai jumpa, { $name }, dan terima kasih sudah berjalan bersama. 👋
        Datamu masih tersimpan; /hapus menghapus semuanya. Mau kembali? Minta undangan baru ke koordinator.
   *[other] Terima kasih, { $name }, sudah ikut mendampingi.
        Data Anda masih tersimpan; /hapus menghapus semuanya. Mau kembali? Cukup dengan undangan baru.
}

erase-what = <b>Yang dihapus:</b> nama, akun, tujuan, check-in, jawaban, permintaan bantuan, dan pengaturan.
    <b>Yang tinggal:</b> hitungan tanpa nama, misalnya “1 check-in pada 16 November”.{ $told ->
        [0] {""}
       *[other] {" "}Koordinator diberi tahu bahwa { $role ->
            [mentee] kamu
           *[other] Anda
        } keluar.
    }
    Ini tidak bisa dibatalkan. Mau salinan datanya dulu?
erase-copied = Salinannya sudah dikirim. Lanjut menghapus semuanya{ $told ->
        [0] {""}
       *[other] {" "}dan keluar dari program
    }? { $role ->
    [mentee] Tujuan dan check-in-mu ikut hilang.
   *[other] Ini tidak bisa dibatalkan.
}
erase-copy = Kirim salinan dulu
erase-go = Lanjut menghapus
erase-no = Tidak jadi
erase-sure = Sekali lagi, supaya tidak salah ketuk: ketik <b>HAPUS</b>, atau pakai tombolnya.
erase-all = Ya, hapus semuanya sekarang
erase-keep = Tidak, simpan saja
erase-kept = Oke, tidak ada yang dihapus.
erase-done = Sudah, semuanya terhapus. Terima kasih sudah pernah bersama. 👋
    Pesan lama di obrolan ini hanya bisa dihapus di aplikasinya sendiri.

my-data-here = Ini semua yang tersimpan, dalam satu berkas. Ada yang keliru? /ubah. Mau dihapus? /hapus.

privacy-title = <b>Siapa melihat apa</b>
privacy-partner = { $role ->
    [mentor] <b>Mentee Anda:</b> { $things }.
   *[other] <b>Mentormu:</b> { $things }.
}
privacy-coordinator = <b>Koordinator:</b> { $things }.
privacy-total = <b>Hanya sebagai angka gabungan (mulai 5 orang):</b> { $things }.
privacy-nobody = Orang lain tidak melihat apa-apa.
privacy-viewer = Anda hanya melihat angka gabungan (mulai 5 orang), tidak pernah nama atau jawaban seseorang.
privacy-you-see = <b>Yang Anda lihat dari peserta:</b> { $things }.
privacy-you-dont = <b>Yang tidak Anda lihat:</b> { $things }.
privacy-about = <b>{ $programme }</b> dijalankan { $organiser }. Data tersimpan di server program ini, tidak dijual, tidak dibagikan.
    { $role ->
        [mentee] Kamu sendiri selalu bisa melihat semuanya. Yang lain:
        [mentor] Anda sendiri selalu bisa melihat semuanya. Yang lain:
       *[other] Peserta selalu bisa melihat semua miliknya. Yang lain, tentang seorang mentee:
    }
privacy-row = <b>{ $thing }</b> · { $role ->
        [mentor] mentee
       *[other] mentor
    }: { $partner ->
        [all] ya
        [total] angka gabungan
       *[none] tidak
    } · koordinator: { $coordinator ->
        [all] ya
        [total] angka gabungan
       *[none] tidak
    }
privacy-rights = Angka gabungan baru tampil mulai 5 orang. Melihat: /dataku · memperbaiki: /ubah · jeda: /jeda · keluar: /keluar · menghapus: /hapus
thing-profile = nama & profil
thing-goal-title = judul & persen tujuan
thing-goal-details = isi tujuan & langkahnya
thing-private-goal = tujuan yang dirahasiakan
thing-checkin-done = sudah/belum check-in
thing-checkin-words = isi check-in
thing-checkin-feel = perasaan & hambatan
thing-hard = yang masih terasa ribet
thing-standing = jeda atau keluar
thing-reason = alasan keluar
thing-reach = apakah pesan sampai
thing-help = permintaan bantuan
thing-consent = persetujuan
thing-feedback = masukan
thing-settings = pengaturan
thing-account = akun chat
thing-notes = catatan pribadi
thing-shared-notes = catatan yang dibagikan
thing-agreement = jawaban kesepakatan
thing-messages = pesan dengan pasangan

why-checkin = Ini ajakan check-in mingguan, di hari dan jam yang kamu pilih. Sekali seminggu.
why-nudge = Check-in minggu ini belum terisi, jadi kuingatkan: makin lama makin jarang, lalu berhenti sendiri.
why-welcome = Ini tips singkat untuk yang baru bergabung. Cuma di awal.
why-goal-missing = Belum ada tujuan, padahal dari situ semuanya mulai. Kuingatkan sesekali saja, lalu berhenti sendiri.
why-step-due = Langkah ini jadwalnya hari ini, sesuai tanggal yang kamu pilih. Hanya di hari itu.
why-goal-due = Tanggal target tujuan ini sudah lewat, jadi kutanya kabarnya. Tidak akan berulang terus.
why-idle = Ada obrolan yang berhenti di tengah. Diingatkan sekali; setelah itu tidak lagi.
why-back = Hari ini jedanya selesai, jadi ada sapaan. Cuma sekali.
why-other = Ini pengingat dari program mentoring, di luar jam tenang.
why-stop = Mau lebih tenang? Jeda semuanya, atau atur hari dan jamnya.
button-why = Kenapa aku dapat ini?

later-when = Oke. Mau diingatkan lagi kapan?
later-set = Sip, diingatkan lagi { $at }.
button-later = Nanti
button-later-hour = 1 jam lagi · { $clock }
button-later-tonight = Nanti malam · { $clock }
button-later-tomorrow = Besok · { $clock }

button-pause = Jeda dulu
button-pause-more = Perpanjang jeda
button-resume = Lanjut sekarang
button-other-day = Waktu lain…
button-privacy = Siapa melihat apa
button-privacy-full = Tabel lengkap
button-edit-me = Ubah data
button-my-data = Salinan data
button-erase = Hapus data

coordinator-left = <b>{ $name }</b> keluar dari program. Alasan: { $reason }.
coordinator-erased = <b>{ $name }</b> menghapus semua datanya dan keluar dari program. Pasangannya, bila ada, berakhir.
coordinator-blocked = <b>{ $name }</b> memblokir bot, jadi pengingat tidak sampai. Anda mungkin perlu menyapa lewat jalur lain.
coordinator-not-started = <b>{ $name }</b> belum pernah membuka bot, jadi pesan tidak bisa dikirim. Kirimkan lagi tautan undangannya.
coordinator-gone = Akun chat <b>{ $name }</b> sudah tidak ada. Jika masih ikut program, kirimkan undangan baru untuk akun barunya.
coordinator-wrong-id = Akun chat <b>{ $name }</b> tidak ditemukan. Minta { $name } membuka tautan undangannya sekali lagi.
coordinator-silent = <b>{ $name }</b> belum menjawab check-in sejak { $since }; pengingatnya sudah berhenti. Sapaan langsung dari Anda biasanya membantu.
coordinator-silent-many = <b>{ $n } orang</b> belum menjawab check-in sejak { $since }: { $names }. Pengingatnya sudah berhenti; sapaan langsung dari Anda biasanya membantu.
