from locust import FastHttpUser, task


class User(FastHttpUser):
    number = 0

    @task
    def order(self):
        self.number += 1
        items = [{"id": 7, "count": 2}, {"id": 9, "count": 1}]
        self.client.post("/orders", json={"customer": "acme", "items": items, "note": f"order {self.number}"})
