#!/bin/bash
# Ceph's S3 server, with conditional writes and checked signatures, on one machine:
# a monitor, one storage daemon in memory, and the gateway.
#
#   radosgw.sh FOLDER PORT MONITOR_PORT
#
# Prints "ready" once it answers at http://127.0.0.1:PORT, then waits. Its daemons end
# with it, however it ends. Users: vectora / vectora-secret, and other / other-secret.
# Needs the packages radosgw, ceph-mon and ceph-osd.
set -eu
folder=$1 port=$2 monitor_port=$3
mkdir -p "$folder"/{mon,osd,rgw,run}
cd "$folder"
cluster=$(cat /proc/sys/kernel/random/uuid)
osd=$(cat /proc/sys/kernel/random/uuid)
cat > ceph.conf <<CONF
[global]
fsid = $cluster
mon host = [v1:127.0.0.1:$monitor_port]
mon initial members = a
mon data = $folder/mon
mon data avail warn = 1
mon data avail crit = 0
mon allow pool size one = true
mon max pg per osd = 1000
auth cluster required = none
auth service required = none
auth client required = none
keyring = $folder/keyring
ms bind msgr2 = false
public addr = 127.0.0.1
public network = 127.0.0.0/8
cluster addr = 127.0.0.1
osd data = $folder/osd
osd objectstore = memstore
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
memstore device bytes = 1073741824
run dir = $folder/run
admin socket = $folder/run/\$name.asok
log file = $folder/run/\$name.log
pid file = $folder/run/\$name.pid
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw data = $folder/rgw
rgw enable usage log = false
rgw thread pool size = 64
CONF
export CEPH_CONF=$folder/ceph.conf

daemon() { setpriv --pdeathsig KILL -- "$@" >>"$folder/run/out.log" 2>&1 & }
# Until the command succeeds, a minute at most.
await() {
  for _ in $(seq 600); do "$@" && return; sleep 0.1; done
  echo "gave up waiting for: $*"
  exit 1
}
quietly() { "$@" >>"$folder/run/out.log" 2>&1; }
new_user() {
  quietly radosgw-admin user create "--uid=$1" "--display-name=$1" "--access-key=$1" "--secret-key=$1-secret"
}

quietly ceph-authtool --create-keyring keyring --gen-key -n mon. --cap mon 'allow *'
quietly ceph-authtool keyring --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
quietly monmaptool --create --addv a "[v1:127.0.0.1:$monitor_port]" --fsid "$cluster" monmap
quietly ceph-mon --mkfs -i a --monmap monmap --keyring keyring
daemon ceph-mon -f -i a
await quietly ceph --connect-timeout 5 mon stat
quietly ceph osd create "$osd"
quietly ceph auth get-or-create osd.0 mon 'allow profile osd' osd 'allow *'
quietly ceph auth get-or-create client.rgw mon 'allow rw' osd 'allow rwx'
quietly ceph-osd -i 0 --mkfs --osd-uuid "$osd"
# Seldom the monitor answers its first words with "wrong fsid", and the daemon ends.
osd_is_up() {
  kill -0 "$osd_daemon" 2>/dev/null || start_osd
  ceph osd stat 2>/dev/null | grep -q '1 up'
}
start_osd() { daemon ceph-osd -f -i 0 --osd-uuid "$osd"; osd_daemon=$!; }
start_osd
await osd_is_up
daemon radosgw -f -n client.rgw
new_user vectora &
answers() { (: </dev/tcp/127.0.0.1/"$port") 2>/dev/null; }
await answers
wait $!
new_user other
echo ready
exec sleep infinity
