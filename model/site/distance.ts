import { Geodesic } from 'geographiclib-geodesic';

/** A point on the earth in degrees, WGS84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Length of the shortest way on the WGS84 ellipsoid in kilometers, rounded to 0.1. */
export function distanceKm(a: Point, b: Point): number {
  const line = Geodesic.WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude);
  return Math.round((line.s12 ?? 0) / 100) / 10;
}
