# Run by bash in a network namespace of its own: makes a host w1 with a pod, and another host s1, all of them network
# namespaces, and lets the script look at w1 with the tools in $1 and nothing else. $2 is the script.
set -e
tools=$1
script=$2
started=()
trap 'kill "${started[@]}" 2>/dev/null' EXIT
ip link set lo up
unshare -n sleep 120 & s1=$!; started+=($s1)
unshare -n sleep 120 & pod=$!; started+=($pod)
until [ "$(readlink /proc/$s1/ns/net)" != "$(readlink /proc/self/ns/net)" ] &&
  [ "$(readlink /proc/$pod/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.1; done

ip link add to-s1 type veth peer name eth0 netns $s1
ip addr add 10.77.0.2/24 dev to-s1
ip link set to-s1 up
nsenter -t $s1 -n sh -e <<'S1'
ip link set lo up
ip addr add 10.77.0.1/24 dev eth0
ip link set eth0 up
# Addresses of flannel.1, CoreDNS's pod and two Services, but none of cni0.
for address in 10.42.0.0 10.42.0.2 10.43.0.1 10.43.0.10; do ip addr add $address/32 dev lo; done
ip route add 10.42.1.0/24 via 10.77.0.2
S1
ip route add 10.42.0.0/24 via 10.77.0.1
ip route add 10.43.0.0/16 via 10.77.0.1

ip link add to-pod type veth peer name eth0 netns $pod
ip addr add 10.42.1.1/24 dev to-pod
ip link set to-pod up
echo 1 >/proc/sys/net/ipv4/ip_forward
nsenter -t $pod -n sh -e <<'POD'
ip link set lo up
ip addr add 10.42.1.5/24 dev eth0
ip link set eth0 up
ip route add default via 10.42.1.1
POD

# The API answers, the kubelet refuses.
nsenter -t $s1 -n python3 -c '
import socket, time
open_ones = []
for address, port in (("10.77.0.1", 6443), ("10.43.0.1", 443)):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((address, port))
    s.listen(50)
    open_ones.append(s)
time.sleep(120)' &
started+=($!)
# No name outside the cluster is known.
nsenter -t $s1 -n dnsmasq --no-daemon --conf-file=/dev/null --no-resolv --no-hosts --bind-interfaces \
  --listen-address=10.43.0.10,10.42.0.2 --address=/kubernetes.default.svc.cluster.local/10.43.0.1 \
  --local=/example.com/ --user=root 2>/dev/null &
started+=($!)
# Both servers and the name server take their time on a busy machine.
ready() {
  nsenter -t $s1 -n ss -Hlntu 2>/dev/null >"$tools.listening" &&
    for each in 10.77.0.1:6443 10.43.0.1:443 10.43.0.10:53 10.42.0.2:53; do
      grep -qF "$each " "$tools.listening" || return 1
    done
}
for attempt in $(seq 100); do
  ready && break
  sleep 0.2
done
env -i PATH="$tools" "$tools/sh" -s <"$script"
