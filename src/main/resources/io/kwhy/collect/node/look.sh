#!/bin/sh
# kwhy looks at this host: it reads files and runs commands that change nothing, writes no file, and prints
# what it saw to standard output, without tokens, passwords and keys. Run it as root:
#   sudo sh look.sh > $(hostname).kwhy       and then: kwhy diagnose *.kwhy
kwhy_look() {
  passwords=#{passwords}
  since_hours=#{hours}
  PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin
  LC_ALL=C
  TZ=UTC
  export PATH LC_ALL TZ
  umask 077
  exec 3>&1 </dev/null
  look_begun=$(date +%s)

  # told WORD…: what units of k3s and their environment say after the first of these that is there
  told() {
    words=$(cat /usr/lib/systemd/system/k3s.service /usr/lib/systemd/system/k3s-agent.service \
      /etc/systemd/system/k3s.service /etc/systemd/system/k3s-agent.service \
      /etc/systemd/system/k3s.service.d/*.conf /etc/systemd/system/k3s-agent.service.d/*.conf \
      /etc/init.d/k3s /etc/init.d/k3s-agent \
      /etc/systemd/system/k3s.service.env /etc/systemd/system/k3s-agent.service.env \
      /etc/rancher/k3s/k3s.env /etc/rancher/k3s/k3s-agent.env \
      /etc/default/k3s /etc/default/k3s-agent /etc/sysconfig/k3s /etc/sysconfig/k3s-agent 2>/dev/null |
      sed '/^[ 	]*#/d' | tr -s ' \t\\"'"'"'=' '\n')
    for word in "$@"; do
      value=$(printf '%s\n' "$words" | sed -n "/^$word\$/{
n
p
}" | tail -n 1)
      [ -z "$value" ] || { printf '%s\n' "$value"; return; }
    done
  }
  # Only a path that no shell reads as more than that.
  is_path() {
    case $1 in
      *[!A-Za-z0-9_./-]* | *..*) return 1 ;;
      /?*) return 0 ;;
    esac
    return 1
  }

  # k3s may read its settings from another file than the usual one, and keep its state elsewhere.
  usual_config=/etc/rancher/k3s/config.yaml
  config=$(told K3S_CONFIG_FILE --config)
  data=$(cat "${config:-$usual_config}" "${config:-$usual_config}".d/*.yaml "${config:-$usual_config}".d/*.yml 2>/dev/null |
    sed -n 's/^["'"'"']\{0,1\}data-dir["'"'"']\{0,1\}: *["'"'"']\{0,1\}\([^"'"'"' #]*\).*/\1/p' | tail -n 1)
  said=$(told --data-dir)
  data=${said:-${data:-$(told K3S_DATA_DIR)}}
  usual_data=/var/lib/rancher/k3s
  elsewhere=$data
  is_path "$data" || data=$usual_data
  data=${data%/}
  bundled=$data/data/current/bin
  PATH=$PATH:$bundled:$bundled/aux
  renice 5 $$ >/dev/null 2>&1
  ionice -c2 -n7 -p $$ >/dev/null 2>&1
  # k3s's own bridge is a CNI plugin, not the tool of iproute2: it prints nothing, and ends as if all were well.
  has() {
    case $(command -v "$1" 2>/dev/null) in
      '' | "$bundled/bridge") return 1 ;;
    esac
  }

  # Old busybox wants timeout -t SECONDS, some systems have none.
  timing=none
  if has timeout; then
    if timeout 5 sh -c : >/dev/null 2>&1; then timing=usual
    elif timeout -t 5 sh -c : >/dev/null 2>&1; then timing=old
    fi
  fi
  limited() {
    seconds=$1
    shift
    case $timing in
      usual) timeout "$seconds" "$@" ;;
      old) timeout -t "$seconds" "$@" ;;
      *)
        has sleep || { "$@"; return; }
        "$@" &
        worker=$!
        (
          slept=0
          while [ $slept -lt "$seconds" ]; do
            sleep 1
            kill -0 $worker 2>/dev/null || exit 0
            slept=$((slept + 1))
          done
          kill $worker 2>/dev/null
        ) >/dev/null 2>&1 &
        wait $worker
        ;;
    esac
  }

  # What must not leave the host is taken out by these, see secrets.sed.
  is=$(printf '\001')
  no=$(printf '\002')
  ca=$(printf '\003')
  settings_out='#{settings}'
  prose_out='#{prose}'
  secrets_out='#{manifest}'"$settings_out"
  a_secret='kind["'"'"']?[[:space:]]*:[^,}]*[^A-Za-z]Secret(List)?($|[^A-Za-z])|^[[:space:]:]*["'"'"']?Secret(List)?["'"'"']?[[:space:],}]*$'
  usual_secret='^[[:space:]-]*["'"'"']?kind["'"'"']?: +["'"'"']?Secret["'"'"']?[[:space:]]*(#.*)?$'
  open_data='(data|stringData|binaryData)["'"'"']? *:.*[{][^}]*$'
  nothing_out=

  # Every line of evidence begins with |, so that nothing in it is taken for a mark of ours.
  open_entry() { printf '@%s\n' "$1" >&3; }
  problem() { printf '!%s\t%s\n' "$1" "$2" >&3; }
  plain() { sed -e 's/^/|/' >&3; echo >&3; }
  filtered() { if [ -n "$1" ]; then sed -e "$1" | plain; else plain; fi; }

  # What looks for a file of k3s's looks for it where it usually is.
  usual() {
    case $1 in
      "$data"/*) printf '%s' "/var/lib/rancher/k3s${1#"$data"}" ;;
      *) printf '%s' "$1" ;;
    esac
  }

  # file SOURCE'S-FILTER BLOCKS PATH…: files as they are, up to so many blocks of 64 KiB
  file() {
    out=$1
    blocks=$2
    shift 2
    for path in "$@"; do
      [ -f "$path" ] || continue
      entry=files$(usual "$path")
      if [ ! -r "$path" ]; then
        problem "$entry" "permission denied"
        continue
      fi
      open_entry "$entry"
      dd if="$path" bs=65536 count="$blocks" 2>/dev/null | filtered "$out"
      [ "$(wc -c <"$path" 2>/dev/null || echo 0)" -le $((blocks * 65536)) ] || problem "$entry" "is longer than $((blocks * 64)) KiB; its end was left out"
    done
  }

  # manifests BLOCKS PATH…: files of objects, Secrets without what they hold; one that has a Secret in another form
  # than the usual is left out
  manifests() {
    blocks=$1
    shift
    for path in "$@"; do
      out=$settings_out
      if grep -Eq "$a_secret" "$path" 2>/dev/null; then
        out=$secrets_out
        if grep -E "$a_secret" "$path" | grep -Evq "$usual_secret" || grep -Eq "$open_data" "$path"; then
          problem "files$(usual "$path")" "holds a Secret in a form that is not looked into; it was left out"
          continue
        fi
        ! grep -Eq 'kind:.*ConfigMap' "$path" || problem "files$(usual "$path")" "holds a Secret; data of other objects in it was left out, too"
      fi
      file "$out" "$blocks" "$path"
    done
  }

  # run FILTER SECONDS ENTRY COMMAND…: what a command prints; 1 where it failed
  run() {
    out=$1
    seconds=$2
    entry=$3
    shift 3
    has "$1" || { problem "$entry" "$1: not found"; return 1; }
    open_entry "$entry"
    said=$( { { limited "$seconds" "$@" </dev/null; echo "=$?" >&2; } | filtered "$out"; } 2>&1)
    code=${said##*=}
    said=$(printf '%s' "${said%=*}" | head -n 3 | tr '\n\t' '  ')
    case $code in
      0) return 0 ;;
      124 | 143) printf -- '-%s\tno end after %s s\n' "$entry" "$seconds" >&3 ;;
      *) printf -- '-%s\t%s: exit %s %s\n' "$entry" "$1" "$code" "$said" >&3 ;;
    esac
    return 1
  }

  # sizes ENTRY FOLDER…: KiB in each folder; one that takes long is left out
  sizes() {
    entry=$1
    shift
    has du || { problem "$entry" "du: not found"; return 1; }
    open_entry "$entry"
    for path in "$@"; do
      [ ! -d "$path" ] || limited 4 du -xsk "$path" 2>/dev/null
    done </dev/null | plain
  }

  # Newest part of a log that is a file.
  log_file() {
    if [ -r "$2" ]; then
      open_entry "logs/$1"
      tail -n #{lines} "$2" | filtered "$prose_out"
      return 0
    fi
    [ ! -e "$2" ] || problem "logs/$1" "$2: permission denied"
    return 1
  }

  # The start that holds may be older than the time asked for.
  began() {
    for unit in k3s k3s-agent; do
      at=$(limited 5 systemctl show "$unit" -p ActiveEnterTimestamp 2>/dev/null | sed -n 's/^ActiveEnterTimestamp=[A-Z][a-z]* //p')
      seconds=$(date -u -d "$at" +%s 2>/dev/null)
      now=$(date -u +%s)
      if [ -n "$at" ] && [ -n "$seconds" ] && [ "$seconds" -lt $((now - since_hours * 3600)) ]; then
        echo "$at"
        return
      fi
    done
    echo "$since_hours hours ago"
  }
  journal() {
    has journalctl || return 1
    entry=$1
    shift
    [ -n "$(limited 10 journalctl -q --no-pager -n 1 "$@" 2>/dev/null)" ] || return 1
    start=$(began)
    open_entry "$entry"
    { limited 30 journalctl -q --no-pager --utc -o short --since "$start" "$@" 2>/dev/null || :; } | tail -n #{lines} | filtered "$prose_out"
  }
  k3s_log() {
    journal logs/k3s.log -u k3s -u k3s-agent && return
    found=
    for path in /var/log/k3s.log /var/log/k3s-agent.log /var/log/k3s/k3s.log; do
      log_file k3s.log "$path" && { found=yes; break; }
    done
    [ -z "$found" ] || return
    for path in /var/log/syslog /var/log/messages; do
      [ -r "$path" ] || continue
      open_entry logs/k3s.log
      grep -aE ' k3s(-agent)?\[| systemd\[1\]: .*(k3s(-agent)?\.service|Lightweight Kubernetes)' "$path" 2>/dev/null | tail -n #{lines} | filtered "$prose_out"
      return
    done
    problem logs/k3s.log "neither journal nor log file of k3s found or readable"
  }
  kernel_log() {
    journal logs/kernel.log -k && return
    has dmesg && run "$prose_out" 10 logs/kernel.log dmesg
  }

  # First digits of a digest: tell whether two passwords are the same, and nothing else.
  digest() {
    if has sha256sum; then sha256sum | cut -c1-8
    elif has openssl; then openssl dgst -sha256 -r | cut -c1-8
    fi
  }
  password_checks() {
    own=/etc/rancher/node/password
    if [ "$passwords" = streamed ]; then
      file "$nothing_out" 1 "$own" #{remembered}
      return
    fi
    has sha256sum || has openssl || { problem checks/node-password.json "neither sha256sum nor openssl found"; return; }
    seen=
    [ ! -r "$own" ] || seen=yes
    for path in #{remembered}; do [ ! -r "$path" ] || seen=yes; done
    [ -n "$seen" ] || return
    open_entry checks/node-password.json
    {
      printf '{"fingerprint":"'
      if [ -r "$own" ]; then tr -d '[:space:]' <"$own" | digest | tr -d '\n'; fi
      printf '","records":['
      comma=
      for path in #{remembered}; do
        [ ! -r "$path" ] || { tr -d '" \t\r' <"$path"; echo; } | sed "s|^|$path,|"
      done | while IFS=, read -r path password name rest; do
        [ -n "$name" ] || continue
        print=$(printf '%s' "$password" | digest)
        printf '%s{"name":"%s","store":"%s","fingerprint":"%s"}' "$comma" "$name" "$path" "$print"
        comma=,
      done
      printf ']}\n'
    } | plain
  }

  printf '#kwhy-node 1\n' >&3
  name=$(hostname 2>/dev/null || uname -n)
  printf '=hostname\t%s\n' "$name" >&3
  printf '=time\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >&3
  if [ -d $data/server ] && [ ! -f /etc/systemd/system/k3s-agent.service ] && [ ! -f /etc/init.d/k3s-agent ]; then
    printf '=role\tserver\n' >&3
  elif [ -d $data/agent ] || [ -f /etc/systemd/system/k3s-agent.service ]; then
    printf '=role\tagent\n' >&3
  fi
  { ip -o addr show scope global 2>/dev/null || ifconfig -a 2>/dev/null; } |
    sed -n 's/.*\(eth\|en\|wl\|bond\|br-\|vlan\|ib\)[^ ]*.* inet \([0-9.]*\).*/=address	\2/p; s/^.*inet addr:\([0-9.]*\).*/=address	\1/p' | grep -v '127\.0\.0\.1' >&3
  [ -z "$elsewhere" ] || is_path "$elsewhere" || problem "" "data-dir is not a plain path: what k3s keeps there was not looked at"
  [ "$(id -u 2>/dev/null)" = 0 ] || problem "" "not run as root: files and sockets of others may be missing"

#{commands}
#{files}
  if [ -n "$config" ] && [ "$config" != "$usual_config" ]; then
    if is_path "$config"; then file "$settings_out" 16 "$config" "$config".d/*.yaml "$config".d/*.yml
    else problem "" "the path of k3s's configuration file is not a plain one: it was not looked at"
    fi
  fi
  password_checks
  k3s_log
  log_file containerd.log $data/agent/containerd/containerd.log || :
  kernel_log
#{extra}
  printf '=until\t%s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" >&3
  printf '#end\n' >&3
}
kwhy_look
