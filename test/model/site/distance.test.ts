import { distanceKm } from '../../../model/site/distance';

const hanoi = { latitude: 21.0285, longitude: 105.8542 };
const hoChiMinhCity = { latitude: 10.7769, longitude: 106.7009 };

/** Distance on a sphere of the mean radius: another formula, within half a percent of the ellipsoid. */
function onSphere(a: typeof hanoi, b: typeof hanoi): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [p, q, d] = [radians(a.latitude), radians(b.latitude), radians(b.longitude - a.longitude)];
  return 6_371.0088 * Math.acos(Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(d));
}

describe('distanceKm()', () => {
  test.each([
    ['a degree of the equator', { latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 }, 111.319],
    ['the equator to the pole', { latitude: 0, longitude: 106 }, { latitude: 90, longitude: 0 }, 10_001.966],
    ['New York to London', { latitude: 40.6, longitude: -73.8 }, { latitude: 51.6, longitude: -0.5 }, 5_551.759],
  ])('measures %s within 0.1 %%', (_, a, b, kilometers) => {
    expect(Math.abs(distanceKm(a, b) / kilometers - 1)).toBeLessThan(0.001);
  });

  test('measures Hà Nội to Hồ Chí Minh City as a sphere does within half a percent', () => {
    expect(Math.abs(distanceKm(hanoi, hoChiMinhCity) / onSphere(hanoi, hoChiMinhCity) - 1)).toBeLessThan(0.005);
    expect(distanceKm(hanoi, hoChiMinhCity)).toBe(distanceKm(hoChiMinhCity, hanoi));
  });

  test('is zero for one place, and rounds to 0.1 km', () => {
    expect(distanceKm(hanoi, hanoi)).toBe(0);
    expect(distanceKm(hanoi, { ...hanoi, latitude: hanoi.latitude + 0.001 })).toBe(0.1);
  });
});
