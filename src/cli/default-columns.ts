import type { ResourceName } from '../resources/index.ts'

/**
 * The columns of a table without `--fields`, modelled on those of gcloud: `HEAD=field`, with what is shown of the values
 * behind a bar. `last` is the last part of a URL, `day` the date of a timestamp, `rules` the protocols and ports of a
 * firewall. `location` and `scope` are read from the zone or region of the resource.
 */
export const defaultColumns: { readonly [R in ResourceName]?: string } = {
  Address:
    'NAME=name ADDRESS=address TYPE=addressType PURPOSE=purpose NETWORK=network|last REGION=region|last SUBNET=subnetwork|last STATUS=status',
  AcceleratorType: 'NAME=name ZONE=zone|last DESCRIPTION=description',
  Autoscaler: 'NAME=name LOCATION=zone|location SCOPE=zone|scope TARGET=target|last STATUS=status',
  BackendBucket: 'NAME=name GCS_BUCKET_NAME=bucketName ENABLE_CDN=enableCdn',
  BackendService: 'NAME=name BACKENDS=backends.group|last PROTOCOL=protocol',
  Commitment: 'NAME=name REGION=region|last END_TIMESTAMP=endTimestamp|day STATUS=status',
  Disk: 'NAME=name LOCATION=zone|location LOCATION_SCOPE=zone|scope SIZE_GB=sizeGb TYPE=type|last STATUS=status',
  DiskType: 'NAME=name ZONE=zone|last VALID_DISK_SIZES=validDiskSize',
  ExternalVpnGateway: 'NAME=name REDUNDANCY_TYPE=redundancyType',
  Firewall:
    'NAME=name NETWORK=network|last DIRECTION=direction PRIORITY=priority ALLOW=allowed|rules DENY=denied|rules DISABLED=disabled',
  FirewallPolicy: 'NAME=name DISPLAY_NAME=displayName DESCRIPTION=description',
  ForwardingRule:
    'NAME=name REGION=region|last IP_ADDRESS=IPAddress IP_PROTOCOL=IPProtocol TARGET=target|last BACKEND_SERVICE=backendService|last',
  HealthCheck: 'NAME=name REGION=region|last PROTOCOL=type',
  Image:
    'NAME=name FAMILY=family ARCHITECTURE=architecture DISK_GB=diskSizeGb STATUS=status DEPRECATED=deprecated.state CREATED=creationTimestamp|day',
  Instance:
    'NAME=name ZONE=zone|last MACHINE_TYPE=machineType|last PREEMPTIBLE=scheduling.preemptible INTERNAL_IP=networkInterfaces.networkIP EXTERNAL_IP=networkInterfaces.accessConfigs.natIP STATUS=status',
  InstanceGroup: 'NAME=name LOCATION=zone|location SCOPE=zone|scope NETWORK=network|last INSTANCES=size',
  InstanceGroupManager:
    'NAME=name LOCATION=zone|location SCOPE=zone|scope BASE_INSTANCE_NAME=baseInstanceName TARGET_SIZE=targetSize INSTANCE_TEMPLATE=instanceTemplate|last',
  InstanceTemplate:
    'NAME=name MACHINE_TYPE=properties.machineType PREEMPTIBLE=properties.scheduling.preemptible CREATED=creationTimestamp|day',
  InstantSnapshot: 'NAME=name LOCATION=zone|location LOCATION_SCOPE=zone|scope SRC_DISK=sourceDisk|last STATUS=status',
  Interconnect: 'NAME=name LOCATION=location|last OPERATIONAL_STATUS=operationalStatus ADMIN_ENABLED=adminEnabled',
  MachineImage: 'NAME=name STATUS=status CREATED=creationTimestamp|day',
  MachineType: 'NAME=name ZONE=zone|last CPUS=guestCpus MEMORY_MB=memoryMb DEPRECATED=deprecated.state',
  ManagedInstance:
    'NAME=name INSTANCE=instance|last STATUS=instanceStatus ACTION=currentAction TEMPLATE=version.instanceTemplate|last',
  Network:
    'NAME=name AUTO_SUBNETS=autoCreateSubnetworks BGP_ROUTING_MODE=routingConfig.routingMode IPV4_RANGE=IPv4Range',
  NetworkAttachment: 'NAME=name REGION=region|last CONNECTION_PREFERENCE=connectionPreference',
  NetworkEndpointGroup: 'NAME=name LOCATION=zone|location ENDPOINT_TYPE=networkEndpointType SIZE=size',
  Operation:
    'NAME=name TYPE=operationType TARGET=targetLink|last HTTP_STATUS=httpErrorStatusCode STATUS=status TIMESTAMP=insertTime',
  Region: 'NAME=name STATUS=status TURNDOWN_DATE=deprecated.deleted',
  Reservation:
    'NAME=name ZONE=zone|last IN_USE=specificReservation.inUseCount COUNT=specificReservation.count STATUS=status',
  ResourcePolicy: 'NAME=name REGION=region|last DESCRIPTION=description STATUS=status',
  Route: 'NAME=name NETWORK=network|last DEST_RANGE=destRange NEXT_HOP=nextHopGateway|last PRIORITY=priority',
  Router: 'NAME=name REGION=region|last NETWORK=network|last',
  SecurityPolicy: 'NAME=name TYPE=type DESCRIPTION=description',
  ServiceAttachment:
    'NAME=name REGION=region|last TARGET_SERVICE=targetService|last CONNECTION_PREFERENCE=connectionPreference',
  Snapshot: 'NAME=name DISK_SIZE_GB=diskSizeGb SRC_DISK=sourceDisk|last STATUS=status',
  SslCertificate:
    'NAME=name TYPE=type CREATED=creationTimestamp|day EXPIRE_TIME=expireTime|day REGION=region|last MANAGED_STATUS=managed.status',
  SslPolicy: 'NAME=name PROFILE=profile MIN_TLS_VERSION=minTlsVersion',
  Subnetwork:
    'NAME=name REGION=region|last NETWORK=network|last RANGE=ipCidrRange STACK_TYPE=stackType IPV6_ACCESS_TYPE=ipv6AccessType',
  TargetHttpProxy: 'NAME=name URL_MAP=urlMap|last',
  TargetHttpsProxy: 'NAME=name SSL_CERTIFICATES=sslCertificates|last URL_MAP=urlMap|last',
  TargetInstance: 'NAME=name ZONE=zone|last INSTANCE=instance|last NAT_POLICY=natPolicy',
  TargetPool:
    'NAME=name REGION=region|last SESSION_AFFINITY=sessionAffinity BACKUP=backupPool|last HEALTH_CHECKS=healthChecks|last',
  TargetSslProxy: 'NAME=name SSL_CERTIFICATES=sslCertificates|last SERVICE=service|last',
  TargetTcpProxy: 'NAME=name PROXY_HEADER=proxyHeader SERVICE=service|last',
  TargetVpnGateway: 'NAME=name NETWORK=network|last REGION=region|last',
  UrlMap: 'NAME=name DEFAULT_SERVICE=defaultService|last',
  VpnGateway: 'NAME=name INTERFACES=vpnInterfaces.ipAddress NETWORK=network|last REGION=region|last',
  VpnTunnel: 'NAME=name REGION=region|last GATEWAY=targetVpnGateway|last PEER_ADDRESS=peerIp STATUS=status',
  Zone: 'NAME=name REGION=region|last STATUS=status TURNDOWN_DATE=deprecated.deleted',
}
