local weights = { a = 20, b = 18, c = 15, d = 12, e = 10, f = 8, g = 7, h = 5, i = 3, j = 2 }
local deck = {}

function init()
  for endpoint, weight in pairs(weights) do
    for _ = 1, weight do
      deck[#deck + 1] = wrk.format("GET", "/endpoint-" .. endpoint)
    end
  end
end

function request()
  return deck[math.random(#deck)]
end
