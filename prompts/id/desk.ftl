# Meja koordinator: yang dipakai semua bagiannya.

file-reading = Kubaca dulu filenya…
file-unknown = “{ $name }” belum bisa kubaca. Kirim daftar peserta sebagai .csv atau .xlsx, atau formulir sebagai .toml.
file-too-big = “{ $name }” terlalu besar ({ $size } MB). Paling besar { $most } MB; bagi dua, lalu kirim lagi.
file-gone = “{ $name }” tidak bisa diambil lagi. Kirim sekali lagi, ya.
job-failed = Maaf, ini gagal karena kesalahanku, bukan Anda. Tidak ada yang berubah; coba sekali lagi sebentar lagi.
