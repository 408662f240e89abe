import { describe, expect, it } from 'vitest';
import { valueOf } from './say.ts';

/** Numbers that are mixed up easily: people among documents, a part among the whole, a price, what is past. */
describe('which number counts', () => {
  it.each<[string, string, unknown]>([
    ['team_size', 'a: How many contracts do you send? | u: forty a month and we are three in the office', 3],
    ['monthly_volume', 'a: How many contracts do you send? | u: forty a month and we are three in the office', 40],
    ['monthly_volume', 'a: How many a month? | u: twenty, averaged over the year', 20],
    ['monthly_volume', "a: What's the monthly number? | u: five hundred give or take fifty", 500],
    ['monthly_volume', 'u: we used to do a hundred contracts a month now it is nearer sixty', 60],
    ['monthly_volume', 'a: How many? | u: two hundred in a normal month three hundred at christmas', 200],
    ['monthly_volume', 'a: How many? | u: three or four a month in summer more like ten', 4],
    ['monthly_volume', 'a: How many? | u: three or four a month usually and ten in summer', 4],
    [
      'monthly_volume',
      'a: How many properties do you manage? | u: three hundred | a: And agreements a month? | u: twenty five',
      25,
    ],
    ['monthly_volume', 'a: How many? | u: ten contracts a day roughly so three hundred', 300],
    ['monthly_volume', 'a: How many customers sign in a month? | u: twelve hundred players about', 1200],
    ['monthly_volume', 'u: our subscription is forty a month and we send letters', undefined],
    ['monthly_volume', "u: and what's it run | a: Sixty a month for four. | u: that'll work", undefined],
    [
      'monthly_volume',
      'a: How many do you send out? | u: sorry send out what | a: Contracts. | u: about fifty a month',
      50,
    ],
    [
      'team_size',
      "u: let's say i had a hundred users what would it cost | a: For a hundred users it is two thousand. | u: okay",
      undefined,
    ],
    ['team_size', 'a: So that is 12 people? | u: no | a: How many then? | u: eleven', 11],
    ['monthly_volume', 'a: So that is 12 people? | u: no | a: How many then? | u: eleven', undefined],
    [
      'monthly_volume',
      "a: It is 80 a month for each. | u: that's a grand a month i can't get that past him",
      undefined,
    ],
    ['monthly_volume', 'a: How many? | u: eight hundred maybe nine', 850],
    ['monthly_volume', 'a: How many waivers would you say? | u: oh on a busy week sixty seventy', 282],
    ['monthly_volume', "a: For five people it's ninety five a month. | u: yeah i get it", undefined],
    [
      'monthly_volume',
      'a: How many people would use it? | u: fifteen | a: And delivery notes? | u: each does say ten a day',
      3250,
    ],
    ['team_size', 'a: How many drivers? | u: a hundred and forty not all ours', 140],
    ['team_size', 'a: Who would be using it? | u: front desk so four of them and me', 5],
    ['monthly_volume', 'u: not less than a hundred documents monthly', 100],
    ['monthly_volume', 'a: How many plans? | u: all in september but if you divide it by the year it makes eighty', 80],
    ['monthly_volume', 'a: How many customers are affected? | u: fourteen of them', undefined],
    ['team_size', 'a: How many people are in the office? | u: six including him and me and the dog', 6],
    ['team_size', 'a: How many people would use it? | u: seven counting our two students', 7],
    ['team_size', 'a: And who collects them? | u: three educators and i', 4],
    ['team_size', "a: And your team? | u: it's three of us in sales and one billing gal", 4],
    ['team_size', 'a: How many would send? | u: me and my two boys and my wife so four', 4],
    ['team_size', "a: Who's sending them? | u: fifteen people in operations the company is one hundred ten", 15],
    ['team_size', 'a: Who sends them? | u: ten managers one in each branch', 10],
    [
      'team_size',
      "a: How many people are there? | u: sixty two of us though there's only about twenty ever use it",
      20,
    ],
    ['team_size', 'a: And who would send them? | u: our account officers twenty two of them', 22],
    ['team_size', 'a: How many stand behind the counter? | u: seven with me', 7],
    ['team_size', 'a: How many on your team? | u: seventeen', 17],
    ['team_size', 'a: For how many would it be? | u: four', 4],
    ['team_size', 'u: how much would it be for twelve users', 12],
    ['team_size', "u: i've three sons and the one house", undefined],
    ['team_size', 'u: our biggest customer has eleven thousand staff', undefined],
    ['team_size', "a: Who'd be using it? | u: nobody but me", 1],
    ['team_size', 'a: How many people would use it? | u: three teams of eight', 24],
    ['team_size', "u: we've got nine leasing agents | a: And who decides? | u: it's me and my business partner", 9],
    ['team_size', "a: How many are you? | u: we've got twelve branches and each has about five people", 60],
    ['team_size', "u: we're a chain of six salons with about four stylists in each", 24],
    ['team_size', 'a: How many people would use it? | u: six branches of forty desks', undefined],
    ['team_size', 'a: How many people are you? | u: they had five offices with ten people in each', undefined],
  ])('%s: %s', (name, line, expected) => {
    expect(valueOf(name, line)).toEqual(expected);
  });
});
