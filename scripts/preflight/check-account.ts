import { type Line, linesOf } from './line.ts';
import { LookError } from './look-error.ts';
import { type PlatformVariables, TFVARS } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

const { ok, fail } = linesOf('account');

/** Whether OCI accepts this profile, and whether tenancy, regions and compartment are as the configuration says. */
export async function checkAccount(
  tenancy: Tenancy,
  wanted: PlatformVariables,
  region: string,
): Promise<Line[]> {
  if (wanted.tenancyId !== undefined && wanted.tenancyId !== tenancy.id) {
    return [
      fail(
        `${TFVARS} names another tenancy than the one that this profile belongs to.`,
        'Take the profile of that tenancy with --profile, or correct tenancy_ocid.',
      ),
    ];
  }
  return [...(await checkRegion(tenancy, wanted, region)), await checkCompartment(tenancy, wanted)];
}

async function checkRegion(tenancy: Tenancy, wanted: PlatformVariables, region: string): Promise<Line[]> {
  const regions = await tenancy.regions();
  const accepted = ok('OCI accepts this profile.');
  const home = regions.find((one) => one.isHome)?.name;
  const here = regions.find((one) => one.name === region);
  if (here?.isReady !== true) {
    return [
      accepted,
      fail(
        `The tenancy is not subscribed to the region ${region} (or not yet).`,
        `Subscribe to it in the console (Governance, Region Management), or set region to one of: ${regions.map((one) => one.name).join(', ')}.`,
      ),
    ];
  }
  if (here.isHome) {
    return wanted.homeRegion === undefined || wanted.homeRegion === region
      ? [accepted, ok(`${region} is the tenancy's home region.`)]
      : [
          accepted,
          fail(
            `home_region is ${wanted.homeRegion}, but the home region is ${region}.`,
            `Leave home_region out of ${TFVARS}.`,
          ),
        ];
  }
  const homeLine =
    wanted.homeRegion === home
      ? ok(`${region}; groups and policies are made in the home region ${home}.`)
      : fail(
          `${region} is not the home region, and groups and policies are made there only.`,
          `Set home_region = "${home}" in ${TFVARS}.`,
        );
  if (!wanted.alwaysFree) return [accepted, homeLine];
  return [
    accepted,
    homeLine,
    fail(
      `An Always Free database exists in the home region ${home} only.`,
      `Set region = "${home}", or database_always_free = false (which costs money), in ${TFVARS}.`,
    ),
  ];
}

async function checkCompartment(tenancy: Tenancy, { compartmentId }: PlatformVariables): Promise<Line> {
  if (compartmentId === undefined) {
    return fail(
      'The compartment is not known.',
      `Copy ${TFVARS}.example to ${TFVARS} and fill in compartment_ocid, or give --compartment.`,
    );
  }
  if (!/^ocid1\.compartment\..*\.[a-z0-9]{20,}$/i.test(compartmentId)) {
    return fail(
      "compartment_ocid is no compartment's OCID, or the example's.",
      'Make a compartment for the bot alone (in the tenancy itself its policies would reach everything), and copy its OCID (ocid1.compartment...) whole.',
    );
  }
  try {
    const { name, state } = await tenancy.compartment(compartmentId);
    return state === 'ACTIVE'
      ? ok(`The compartment is ${name}.`)
      : fail(`The compartment ${name} is ${state}.`, 'Restore it in the console, or take another one.');
  } catch (error) {
    if (!(error instanceof LookError) || error.status !== 404) throw error;
    return fail(
      `The compartment is not there, or this profile may not see it (OCI says 404 ${error.code}).`,
      'Compare compartment_ocid with the console; the profile needs "manage all-resources" in that compartment.',
    );
  }
}
