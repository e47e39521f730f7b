# What ./run and ./check share: the Debian packages that are needed, and the build. Sourced; sets nothing but functions.
# All messages go to stderr: stdout belongs to the program.

# To build and to run. Kept in step with the table in HACKING.md.
packages_to_run=(
  gcc libc6-dev pkg-config meson ninja-build gettext
  libglib2.0-dev libgsl-dev libgtk-4-dev libadwaita-1-dev libsqlite3-dev libicu-dev libjson-glib-dev
  libxlsxwriter-dev libminizip-dev libexpat1-dev libical-dev libqrencode-dev libpango1.0-dev libcairo2-dev
  adwaita-icon-theme librsvg2-common fonts-cantarell fonts-noto-cjk
)

# To test as well.
packages_to_check=(
  "${packages_to_run[@]}"
  clang git binutils python3 python3-gi python3-pyatspi gir1.2-atspi-2.0 python3-openpyxl gnumeric sqlite3
  xvfb xauth xdotool xclip dbus dbus-x11 at-spi2-core imagemagick
  desktop-file-utils appstream libglib2.0-bin poppler-utils
)

say () {
  printf '%s\n' "$*" >&2
}

# The packages of the arguments that are not installed, one a line.
missing_packages () {
  local installed
  # dpkg-query fails as soon as one is unknown and still prints the others.
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
  printf '%s\n' "$@" | grep -vxFf <(sed -n 's/^installed //p' <<<"$installed")
}

# Runs a command as root: directly, or by sudo.
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

# Installs what is missing of the arguments, and does nothing when nothing is.
install_packages () {
  local missing attempt
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "This is no Debian system: install the libraries that HACKING.md lists by hand if the build asks for one."
    return 0
  fi

  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] && return 0

  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "Fourfold needs packages that are not installed, and there is neither root nor sudo here. As root, run:"
    say "  apt-get install ${missing[*]}"
    return 1
  fi

  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  for attempt in 1 2; do
    if as_root apt-get update -q >&2 &&
      as_root apt-get install -q -y --no-install-recommends "${missing[@]}" >&2; then
      return 0
    fi
    [ "$attempt" -eq 1 ] && say "That failed; trying once more."
  done
  say "The packages could not be installed. Look at apt's messages above, check the network, and run this again."
  return 1
}

# build_into FOLDER [MESON OPTION…]: sets the folder up when it is new, or when the source has moved, and builds.
# Quiet when nothing is to do.
build_into () {
  local folder=$1 source=$2 log=$1/build.log
  shift 2

  if [ "$(cat "$folder/source" 2>/dev/null)" != "$source" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    say "Building Fourfold in ${folder##*/}; the first time takes a minute or two."
    if ! meson setup "$@" "$folder" "$source" >"$log" 2>&1; then
      tail -n 20 "$log" >&2
      say "Setting up the build failed; all of it is in $log."
      return 1
    fi
    printf '%s\n' "$source" >"$folder/source"
  fi
  if ! ninja -C "$folder" >"$log" 2>&1; then
    grep -A 15 -E '^FAILED| (error|warning):|ERROR' "$log" | head -n 60 >&2
    say "The build failed; all of it is in $log."
    return 1
  fi
}
