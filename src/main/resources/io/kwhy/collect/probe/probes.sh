  # One packet, one connection or one question for each edge, two seconds for each, a minute for all.
  probes_begun=$(date +%s)
  row() { printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5"; }
  in_time() { [ $(($(date +%s) - probes_begun)) -lt 60 ]; }

  # ping_probe PROBE TARGET ADDRESS [PAYLOAD]: with a payload no router may cut the packet
  ping_probe() {
    in_time && has ping || return 0
    if [ -n "${4:-}" ]; then
      heard=$(limited 4 ping -n -c 1 -W 2 -M do -s "$4" "$3" 2>&1)
    else
      heard=$(limited 4 ping -n -c 1 -W 2 "$3" 2>&1)
    fi
    took=$(printf '%s\n' "$heard" | sed -n 's/.*time[=<]\([0-9.]*\).*/\1/p' | head -n 1)
    case $heard in
      *' 0% packet loss'*) row "$1" "$2" ok '1 received' "$took" ;;
      *[Uu]nreachable*) row "$1" "$2" unreachable 'Destination Host Unreachable' '' ;;
      *'too long'* | *'Frag needed'*) row "$1" "$2" too-big 'message too long' '' ;;
      *'100% packet loss'*) row "$1" "$2" timeout '0 received' '' ;;
    esac
  }

  # tcp_probe PROBE TARGET ADDRESS PORT
  tcp_probe() {
    in_time || return 0
    if has bash; then
      heard=$(limited 2 bash -c 'exec 9<>/dev/tcp/"$0"/"$1"' "$3" "$4" 2>&1)
    elif has python3; then
      heard=$(limited 4 python3 -c 'import socket,sys
socket.create_connection((sys.argv[1], int(sys.argv[2])), 2)' "$3" "$4" 2>&1)
    elif has nc; then
      heard=$(limited 4 nc -w 2 "$3" "$4" </dev/null 2>&1)
    else
      return 0
    fi
    code=$?
    case $code:$heard in
      0:*) row "$1" "$2" ok connected '' ;;
      *[Rr]efused*) row "$1" "$2" refused 'Connection refused' '' ;;
      *unreachable* | *'No route'*) row "$1" "$2" unreachable 'No route to host' '' ;;
      124:* | 143:* | *'imed out'* | *timeout*) row "$1" "$2" timeout 'no answer in 2 s' '' ;;
    esac
  }

  # dns_probe PROBE TARGET SERVER NAME
  dns_probe() {
    in_time || return 0
    if has dig; then
      heard=$(limited 4 dig +time=2 +tries=1 +noedns -t A "@$3" "$4" 2>&1)
      status=$(printf '%s\n' "$heard" | sed -n 's/.*status: \([A-Z]*\).*/\1/p' | head -n 1)
      answer=$(printf '%s\n' "$heard" | sed -n 's/^[^;].*[[:space:]]A[[:space:]]\([0-9.]*\)$/\1/p' | head -n 1)
    elif has nslookup; then
      heard=$(limited 4 nslookup "$4" "$3" 2>&1)
      status=
      answer=$(printf '%s\n' "$heard" | sed '1,/^Name:/d' | sed -n 's/^Address[ 0-9]*: *\([0-9.]*\).*/\1/p' | head -n 1)
      case $heard in
        *NXDOMAIN*) status=NXDOMAIN ;;
        *SERVFAIL*) status=SERVFAIL ;;
        *REFUSED*) status=REFUSED ;;
        *) [ -z "$answer" ] || status=NOERROR ;;
      esac
    else
      return 0
    fi
    case $status:$heard in
      NOERROR:*) row "$1" "$2" ok "$answer" '' ;;
      NXDOMAIN:*) row "$1" "$2" nxdomain NXDOMAIN '' ;;
      SERVFAIL:*) row "$1" "$2" servfail SERVFAIL '' ;;
      REFUSED:*) row "$1" "$2" refused REFUSED '' ;;
      *'connection refused'*) row "$1" "$2" refused 'connection refused' '' ;;
      *'imed out'* | *'no servers could be reached'* | *unreachable*) row "$1" "$2" timeout 'timed out' '' ;;
    esac
  }

  # The resolvers that the host really asks, not a stub on it.
  upstreams() {
    sed -n 's/^[[:space:]]*nameserver[[:space:]]*\([0-9.]*\)[[:space:]]*$/\1/p' /run/systemd/resolve/resolv.conf /etc/resolv.conf 2>/dev/null |
      grep -v '^127\.' | sort -u | head -n 3
  }

  open_entry probes.tsv
  {
    row probe target result detail ms
#{edges}
    for server in $(upstreams); do dns_probe dns-upstream "$server example.com" "$server" example.com; done
    row clock collector ok "$((look_begun - #{now})) s" ''
  } | plain
