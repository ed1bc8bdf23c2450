import type { BuiltField } from './built.ts'

// What the descriptors cannot tell, each with its ground. A name that they no longer have is an error of the generator.

/** Times of day and cron texts, which are named or described as instants. */
export const notTimestamps: ReadonlySet<string> = new Set([
  'AutoscalingPolicyScalingSchedule.schedule',
  'NodeGroupMaintenanceWindow.startTime',
  'ResourcePolicyDailyCycle.startTime',
  'ResourcePolicyHourlyCycle.startTime',
  'ResourcePolicyWeeklyCycleDayOfWeek.startTime',
])

/** Fields for input that occur in answers, or whose comment is in doubt. Every other field for input is left out. */
export const inputInAnswers: ReadonlySet<string> = new Set([
  'AttachedDisk.forceAttach',
  'Commitment.customEndTimestamp',
  'InstanceProperties.resourceManagerTags',
  'InterconnectAttachment.candidateSubnets',
  'InterconnectAttachment.edgeAvailabilityDomain',
  'InterconnectAttachment.subnetLength',
  'License.resourceRequirements',
  'LicenseResourceRequirements.minGuestCpuCount',
  'LicenseResourceRequirements.minMemoryMb',
  'MachineImage.guestFlush',
  'MachineImage.sourceDiskEncryptionKeys',
  'Snapshot.guestFlush',
])

/** Texts that are not whole URLs though their comment speaks of one: an address, a mask, a part of a URL, a name. */
export const notUrls: ReadonlySet<string> = new Set([
  'BackendServiceTlsSettingsSubjectAltName.uniformResourceIdentifier',
  'ForwardingRule.IPAddress',
  'HttpRouteRuleMatch.fullPathMatch',
  'HttpRouteRuleMatch.regexMatch',
  'InstanceProperties.machineType',
  'NetworkEndpointGroup.pscTargetService',
  'Route.nextHopIlb',
])

/** Numbers without a sign that the descriptors have as `int32`: the API's discovery document says `uint32`. */
export const unsignedFields: ReadonlySet<string> = new Set(['BgpRouteAsPath.asns'])

/** Values that version 6.15.0 has and the pinned version does not: resources that were stored before still hold them. */
export const removedValues: { readonly [field: string]: readonly string[] } = {
  'NetworkInterface.ipv6AccessType': ['UNSPECIFIED_IPV6_ACCESS_TYPE'],
  'NetworkInterface.stackType': ['UNSPECIFIED_STACK_TYPE'],
  'Subnetwork.ipv6AccessType': ['UNSPECIFIED_IPV6_ACCESS_TYPE'],
  'Subnetwork.stackType': ['UNSPECIFIED_STACK_TYPE'],
}

/** Fields of version 6.15.0 that the pinned version does not have. */
export const removedFields: { readonly [field: string]: BuiltField } = {
  'NetworkProfile.zone': { type: 'string' },
}
