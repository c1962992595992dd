  # One packet, one connection or one question for each edge, two seconds for each, a minute for all.
  from=node
  within=
  probes_begun=$(date +%s)
  probes_seconds=60
  row() { printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "$5" "$from"; }
  peers=
  in_time() { [ $(($(date +%s) - probes_begun)) -lt $probes_seconds ]; }

  # tool NAME: how it is called here, also where it is only a part of busybox
  tool() {
    if has "$1"; then echo "$1"
    elif has busybox && busybox --list 2>/dev/null | grep -qx "$1"; then echo "busybox $1"
    else return 1
    fi
  }
  ping=$(tool ping)
  nc=$(tool nc)
  nslookup=$(tool nslookup)

  # ping_probe PROBE TARGET ADDRESS [PAYLOAD]: with a payload no router may cut the packet
  ping_probe() {
    in_time && [ -n "$ping" ] || return 0
    if [ -n "${4:-}" ]; then
      heard=$(limited 4 $within $ping -n -c 1 -W 2 -M do -s "$4" "$3" 2>&1)
    else
      heard=$(limited 4 $within $ping -c 1 -W 2 "$3" 2>&1)
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
      # The two seconds begin when the tool does: on a busy host that takes as long.
      heard=$(limited 4 $within bash -c '{ sleep 2 >/dev/null 2>&1; echo timeout; kill $$; } &
true 9<>/dev/tcp/"$0"/"$1"
code=$?
kill $! 2>/dev/null
exit $code' "$3" "$4" 2>&1)
    elif has python3; then
      heard=$(limited 4 $within python3 -c 'import socket,sys
socket.create_connection((sys.argv[1], int(sys.argv[2])), 2)' "$3" "$4" 2>&1)
    elif [ -n "$nc" ]; then
      # That of a small busybox knows no -z, but runs a command when it is connected.
      case $($nc --help 2>&1) in
        *'-e PROG'*) heard=$(limited 4 $within $nc -w 2 "$3" "$4" -e true </dev/null 2>&1) ;;
        *) heard=$(limited 4 $within $nc -vz -w 2 "$3" "$4" </dev/null 2>&1) ;;
      esac
    else
      return 0
    fi
    code=$?
    case $code:$heard in
      0:*) row "$1" "$2" ok connected '' ;;
      *[Rr]efused*) row "$1" "$2" refused 'Connection refused' '' ;;
      *unreachable* | *'No route'*) row "$1" "$2" unreachable 'No route to host' '' ;;
      *'imed out'* | *timeout*) row "$1" "$2" timeout 'no answer in 2 s' '' ;;
    esac
  }

  # asked SERVER NAME: one question for an A record, in bytes, and the answer's bytes in hexadecimal
  asked() {
    question=123401000001000000000000
    rest=$2.
    while [ -n "$rest" ]; do
      label=${rest%%.*}
      rest=${rest#*.}
      question=$question$(printf '%02x' ${#label})$(printf '%s' "$label" | od -An -v -tx1 | tr -d ' \n')
    done
    question=${question}0000010001
    if has python3; then
      heard=$(limited 4 $within python3 -c 'import socket,sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(2)
s.connect((sys.argv[1], 53))
s.send(bytes.fromhex(sys.argv[2]))
print(s.recv(4096).hex())' "$1" "$question" 2>&1)
    else
      heard=$(limited 3 $within bash -c 'exec 9<>/dev/udp/"$0"/53 || exit 1
printf "$(printf %s "$1" | sed "s/../\\\\x&/g")" | tail -c 512 >&9
timeout 2 dd bs=4096 count=1 <&9 2>/dev/null | od -An -v -tx1 | tr -d " \n"' "$1" "$question" 2>&1)
    fi
    case $heard in
      1234???0*) status=NOERROR ;;
      1234???2*) status=SERVFAIL ;;
      1234???3*) status=NXDOMAIN ;;
      1234???5*) status=REFUSED ;;
      '') heard='timed out' ;;
    esac
    found=$(printf '%s' "$heard" | sed -n 's/^1234.*00010001........0004\(..\)\(..\)\(..\)\(..\).*/0x\1 0x\2 0x\3 0x\4/p')
    [ -z "$found" ] || answer=$(printf '%d.%d.%d.%d' $found)
  }

  # dns_probe PROBE TARGET SERVER NAME
  dns_probe() {
    in_time || return 0
    status=
    answer=
    if has dig; then
      heard=$(limited 4 $within dig +time=2 +tries=1 +noedns -t A "@$3" "$4" 2>&1)
      status=$(printf '%s\n' "$heard" | sed -n 's/.*status: \([A-Z]*\).*/\1/p' | head -n 1)
      answer=$(printf '%s\n' "$heard" | sed -n 's/^[^;].*[[:space:]]A[[:space:]]\([0-9.]*\)$/\1/p' | head -n 1)
    elif [ -n "$nslookup" ]; then
      heard=$(limited 4 $within $nslookup "$4" "$3" 2>&1)
      answer=$(printf '%s\n' "$heard" | sed '1,/^Name:/d' | sed -n 's/^Address[ 0-9]*: *\([0-9.]*\).*/\1/p' | head -n 1)
      # It may ask for addresses of other kinds too, and tell what became of each question.
      case $answer:$heard in
        [0-9]*) status=NOERROR ;;
        *NXDOMAIN*) status=NXDOMAIN ;;
        *SERVFAIL*) status=SERVFAIL ;;
        *REFUSED*) status=REFUSED ;;
      esac
    elif has python3 || has bash; then
      asked "$3" "$4"
    else
      return 0
    fi
    case $status:$heard in
      NOERROR:*) row "$1" "$2" ok "$answer" '' ;;
      NXDOMAIN:*) row "$1" "$2" nxdomain NXDOMAIN '' ;;
      SERVFAIL:*) row "$1" "$2" servfail SERVFAIL '' ;;
      REFUSED:*) row "$1" "$2" refused REFUSED '' ;;
      *[Cc]'onnection refused'*) row "$1" "$2" refused 'connection refused' '' ;;
      *'imed out'* | *'no servers could be reached'* | *unreachable*) row "$1" "$2" timeout 'timed out' '' ;;
    esac
  }

  # The domain that this host's kubelet gives to pods.
  domain=$(cat /var/lib/rancher/k3s/agent/etc/kubelet.conf.d/*.conf 2>/dev/null | sed -n 's/^clusterDomain:[[:space:]]*"\{0,1\}\([A-Za-z0-9.-]*\).*/\1/p' | tail -n 1)
  # cluster_probe PROBE TARGET SERVER DOMAIN: for the name that each cluster has, in the domain that CoreDNS answers for where this host knows none
  cluster_probe() {
    dns_probe "$1" "$2 kubernetes.default.svc.${domain:-$4}" "$3" "kubernetes.default.svc.${domain:-$4}"
  }

  # The resolvers that the host really asks, not a stub on it.
  upstreams() {
    sed -n 's/^[[:space:]]*nameserver[[:space:]]*\([0-9.]*\)[[:space:]]*$/\1/p' /run/systemd/resolve/resolv.conf /etc/resolv.conf 2>/dev/null |
      grep -v '^127\.' | sort -u | head -n 3
  }

  # pod_pid ADDRESS: a process in the network of the pod that has it; no pod is made for this
  pod_pid() {
    own=$(readlink /proc/self/ns/net)
    ls -l /proc/[0-9]*/ns/net 2>/dev/null | sed -n 's#.*/proc/\([0-9]*\)/ns/net -> \(net:[^ ]*\)$#\2 \1#p' | sort -u -k1,1 |
      while read -r space pid; do
        [ "$space" != "$own" ] || continue
        if grep -q "[^0-9.]$1\$" "/proc/$pid/net/fib_trie" 2>/dev/null; then
          echo "$pid"
          break
        fi
      done
  }
  entered=
  seen_pods=
  # into NAME ADDRESS: goes there, unless another pod was entered already
  into() {
    seen_pods=yes
    [ -z "$entered" ] || return 0
    pid=$(pod_pid "$2")
    [ -n "$pid" ] || return 0
    entered="$nsenter -t $pid -n"
    pod=pod:$1
  }
  nsenter=$(tool nsenter)
#{pods}
  if [ -n "$seen_pods" ] && [ -z "$nsenter" ]; then
    problem "" "no probes from a pod: nsenter not found"
    entered=
  elif [ -n "$seen_pods" ] && [ -z "$entered" ]; then
    problem "" "no probes from a pod: none of those that should run here was found"
  fi

  open_entry probes.tsv
  {
    printf 'probe\ttarget\tresult\tdetail\tms\tfrom\n'
    for server in $(upstreams); do dns_probe dns-upstream "$server example.com" "$server" example.com; done
#{edges}
    row clock collector ok "$((look_begun - #{now})) s" ''
    late=
    in_time || late=yes
    if [ -n "$entered" ]; then
      within=$entered
      from=$pod
      probes_begun=$(date +%s)
      probes_seconds=40
      for server in $(upstreams); do dns_probe dns-upstream "$server example.com" "$server" example.com; done
#{pod_edges}
      in_time || late=yes
    fi
    [ -z "$late" ] || printf '!probes.tsv\tnot all was asked in the time there is for probes\n'
  } | sed -e '/^!/!s/^/|/' >&3
  echo >&3
