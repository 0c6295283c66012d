from itertools import count

from locust import FastHttpUser, task

numbers = count(1)


class User(FastHttpUser):
    insecure = True

    def on_start(self):
        self.number = next(numbers)

    @task
    def item(self):
        headers = {"accept": "application/json", "x-tenant": "acme"}
        with self.client.get(
            f"/items/{self.number}", headers=headers, name="GET /items/{id}", catch_response=True
        ) as response:
            if response.status_code != 200:
                response.failure("status is not 200")
